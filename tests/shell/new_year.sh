# One stay over New Year, for two patients: Henan gives each year its own days, Shanghai counts all in the year of discharge.
# 同一次跨年住院，两位病人：河南按费用发生日分年结算，上海全部计入出院年度。
set -eu
umask 077
export YIBAO_HOME="$PWD/home" YIBAO_VAULT=sandbox YIBAO_NO_INPUT=1 TZ=CST-8
yibao-platform person add --name 赵建军 --phone 13800000021 --region 郑州 --insutype 310 \
    --birth-date 1985-03-08 --sex male > added
year=$(date +%Y)
next=$((year + 1))
cat > bill.json <<BILL
{"med_type": "21", "admission": "$year-12-28", "discharge": "$next-01-03",
 "fees": [{"name": "手术", "category": "A", "amount_fen": 1000000, "day": "$year-12-29"},
          {"name": "护理", "category": "A", "amount_fen": 200000, "day": "$next-01-02"}]}
BILL
yibao-platform sandbox clock advance "$((($(date -d "$next-01-03 12:00" +%s) - $(date +%s)) / 60))m" > clock

for who in 赵建军:H41010000001 周海涛:H31000000001; do
    echo "$who"
    yibao-platform person show "${who%:*}" --reveal --json | sed 's/.*"id_number":"\([^"]*\)".*/\1/' > id
    yibao-platform terminal settle --institution "${who#*:}" --bill bill.json \
        --credential id-card --credential-fd 3 --explain 3< id | sed -n '/^ *[0-9]*\. /p'
done
