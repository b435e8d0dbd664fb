# One bill of a hospital in Shanghai for somebody insured in Zhengzhou, Henan: four ways, each explained.
# 参保地河南郑州，在上海住院的同一张账单：四种情形，逐项说明。
set -eu
umask 077
export YIBAO_HOME="$PWD/home" YIBAO_VAULT=sandbox YIBAO_NO_INPUT=1 TZ=CST-8
yibao-platform person show 赵铁柱 --reveal --json | sed 's/.*"id_number":"\([^"]*\)".*/\1/' > id
echo 940713 > pin
yibao activate --accept-agreement --sandbox-auto --region 郑州 --name 赵铁柱 --phone 13800000009 \
    --id-fd 3 --pin-fd 4 3< id 4< pin > activated 2>&1

cat > bill.json <<'BILL'
{"med_type": "21", "emergency": false, "fees": [
 {"name": "阑尾切除术", "category": "A", "amount_fen": 1200000},
 {"name": "CT", "category": "B", "own_ratio": "0.10", "amount_fen": 60000},
 {"name": "单人病房", "category": "C", "amount_fen": 80000}]}
BILL
# Settled with the ID card: the code gives no more and no less. 用身份证结算，与医保码待遇相同。
settle() {
    yibao-platform terminal settle --institution H31000000001 --bill "$1" \
        --credential id-card --credential-fd 3 --explain 3< id | sed -n '/^ *[0-9]*\. /p'
}

echo '1 未备案 unfiled'
settle bill.json

echo '2 急诊，由医院标明 emergency, which the hospital says'
sed 's/"emergency": false/"emergency": true/' bill.json > emergency.json
settle emergency.json

echo '3 出院结算前补办备案 filed late, before the discharge is settled'
printf '%%PDF-1.4\n(sandbox residence proof)\n' > proof.pdf
yibao filing new --to 上海 --category resident --start "$(date -d '-3 days' +%F)" --paper residence-proof=proof.pdf \
    --accept-notice > filed 2>&1
yibao-platform counter review "$(yibao filing list -o plain | cut -f 1)" --approve > reviewed
settle bill.json

echo '4 先备案，再住院 filed, then treated'
yibao-platform sandbox clock advance 10d > clock
settle bill.json
