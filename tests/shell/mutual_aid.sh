# Mutual aid: a father lets his son's visits draw on his personal account. The son shows his own code or card.
# 家庭共济：父亲让儿子就医时使用自己的个人账户。儿子出示自己的码或卡。
set -eu
umask 077
export YIBAO_HOME="$PWD/home" YIBAO_VAULT=sandbox YIBAO_NO_INPUT=1
number() { yibao-platform person show "$1" --reveal --json | sed 's/.*"id_number":"\([^"]*\)".*/\1/'; }
yibao-platform person add --name 王磊 --phone 13800000022 --region 北京 --insutype 390 \
    --birth-date 2004-05-17 --sex male > added
number 王磊 > son.id
number 王建国 > id
echo 940713 > pin
yibao activate --accept-agreement --sandbox-auto --region 北京 --name 王建国 --phone 13800000003 \
    --id-fd 3 --pin-fd 4 3< id 4< pin > activated 2>&1

yibao mutual-aid add --relation child --name 王磊 --yearly-limit 2000 --id-fd 3 --pin-fd 4 3< son.id 4< pin

# The son, insured as a resident, has no account of his own; his father's pays before he does. 儿子无个人账户，先用父亲的。
echo '{"med_type":"11","fees":[{"name":"CT","category":"B","own_ratio":"0.10","amount_fen":60000}]}' > bill.json
yibao-platform terminal settle --institution H11000000001 --bill bill.json \
    --credential id-card --credential-fd 3 --explain 3< son.id

# What the father sees, and how he ends it. 父亲能看到，也能随时停止。
yibao mutual-aid list
yibao records --kind mutual-aid
yibao mutual-aid remove "$(yibao mutual-aid list -o plain | cut -f 1)" --pin-fd 3 3< pin
