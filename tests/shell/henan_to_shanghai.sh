# A worker of Zhengzhou in Henan is posted to Shanghai: filing, a stay in hospital there, and where every fen went.
# 河南郑州的职工被派往上海：备案、在上海住院，再看每一分钱的来历。
set -eu
umask 077
export YIBAO_HOME="$PWD/home" YIBAO_VAULT=sandbox YIBAO_NO_INPUT=1 TZ=CST-8
number() { yibao-platform person show "$1" --reveal --json | sed 's/.*"id_number":"\([^"]*\)".*/\1/'; }

# Somebody for the story, whom the sandbox gives an ID number; then the voucher. 先登记一个沙盒人员，再激活医保码。
yibao-platform person add --name 赵建军 --phone 13800000021 --region 郑州 --insutype 310 \
    --birth-date 1985-03-08 --sex male --account-fen 300000 > added
number 赵建军 > id
echo 940713 > pin
yibao activate --accept-agreement --sandbox-auto --region 郑州 --name 赵建军 --phone 13800000021 \
    --id-fd 3 --pin-fd 4 3< id 4< pin

# File before going; the counter looks at the posting letter. 先备案，经办机构审核派出证明。
printf '%%PDF-1.4\n(sandbox posting letter)\n' > letter.pdf
yibao filing new --to 上海 --category worker --start "$(date +%F)" --paper posting-letter=letter.pdf --accept-notice
filing=$(yibao filing list -o plain | cut -f 1)
yibao-platform counter review "$filing" --approve > reviewed
yibao filing list

# A hospital that is linked across provinces. 选一家开通跨省联网的定点医院。
yibao institution search --region 上海 --supports inpatient --cross-province

# Ten days later in Shanghai; the hospital scans the code. 十天后在上海出院，医院扫码结算。
yibao-platform sandbox clock advance 10d > clock
cat > bill.json <<'BILL'
{"med_type": "21", "fees": [
 {"name": "阑尾切除术", "category": "A", "amount_fen": 1200000},
 {"name": "CT", "category": "B", "own_ratio": "0.10", "amount_fen": 60000},
 {"name": "单人病房", "category": "C", "amount_fen": 80000}]}
BILL
yibao qr --digits --pin-fd 3 3< pin |
    yibao-platform terminal settle --institution H31000000001 --bill bill.json --code - > receipt
record=$(yibao records -o plain | cut -f 1)
yibao records show "$record" --explain
