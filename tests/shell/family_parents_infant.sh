# Two parents and an infant without a phone, from one file; then the father's code at the pharmacy.
# Everybody here is simulated: yibao-platform person list --reveal
set -eu
number() { yibao-platform person show "$1" --reveal --json | sed 's/.*"id_number":"\([^"]*\)".*/\1/'; }
umask 077

# The daughter, 张三, activates.
number 张三 > me.id
echo 940713 > pin
yibao activate --no-input --accept-agreement --sandbox-auto --region 110000 \
    --name 张三 --phone 13800000001 --id-fd 3 --pin-fd 4 3<me.id 4<pin

# One file. ID numbers and consents come from files that only she can read; the infant has the guardian's phone.
number 李秀英 > mama.id
number 王建国 > baba.id
number 陈晨 > bao.id
printf '%%PDF-1.4\n(sandbox birth certificate)\n' > birth.pdf
cat > family.toml <<'TOML'
schema = "yibao.family/v1"

[[member]]
alias = "mama"
relation = "parent"
name = "李秀英"
id = { file = "mama.id" }
phone = "13800000002"
consent = { file = "mama.code" }

[[member]]
alias = "baba"
relation = "parent"
name = "王建国"
id = { file = "baba.id" }
phone = "13800000003"
consent = { file = "baba.code" }

[[member]]
alias = "bao"
relation = "child"
name = "陈晨"
id = { file = "bao.id" }
proof = { birth_certificate = "birth.pdf" }
TOML

# Both parents are asked by text (exit 18: their consents are pending), and tell her their codes.
status=0
yibao family apply family.toml --request-consents --declaration || status=$?
test "$status" -eq 18
code() { yibao-platform outbox --reveal -o plain | grep "$1" | grep family_consent | grep -o '[0-9]\{6\}$' | head -n 1; }
code '138\*\*\*\*0002' > mama.code
code '138\*\*\*\*0003' > baba.code

# One command; run again it changes nothing.
yibao family apply family.toml --declaration --pin-fd 3 3<pin
yibao family apply family.toml
yibao family list

# At the pharmacy: the father's code spends the father's benefits.
echo '{"med_type":"41","fees":[{"name":"阿司匹林肠溶片","category":"A","amount_fen":2680}]}' > bill.json
yibao qr baba --digits --pin-fd 3 3<pin |
    yibao-platform terminal settle --institution P11000000001 --bill bill.json --code -
yibao balance baba
