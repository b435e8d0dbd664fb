# A daughter, her two parents and an infant without a phone, from one file; then her father's code at the pharmacy.
# 女儿用一个文件添加父母和没有手机的婴儿，再在药店出示父亲的码。
set -eu
umask 077
export YIBAO_HOME="$PWD/home" YIBAO_VAULT=sandbox YIBAO_NO_INPUT=1
number() { yibao-platform person show "$1" --reveal --json | sed 's/.*"id_number":"\([^"]*\)".*/\1/'; }

# The daughter, 张三, activates. 女儿张三激活。
number 张三 > me.id
echo 940713 > pin
yibao activate --accept-agreement --sandbox-auto --region 110000 \
    --name 张三 --phone 13800000001 --id-fd 3 --pin-fd 4 3<me.id 4<pin

# One file. ID numbers and consents come from files that only she can read; the infant has the guardian's phone.
# 一个文件。证件号与同意码来自只有她能读的文件；婴儿用监护人的手机。
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
# 父母各收到一条短信（退出码 18：等待同意），把同意码告诉她。
status=0
yibao family apply family.toml --request-consents --declaration || status=$?
test "$status" -eq 18
code() { yibao-platform outbox --reveal -o plain | grep "$1" | grep family_consent | grep -o '[0-9]\{6\}$' | head -n 1; }
code '138\*\*\*\*0002' > mama.code
code '138\*\*\*\*0003' > baba.code

# One command; run again it changes nothing. 一条命令；再运行一次什么也不变。
yibao family apply family.toml --declaration --pin-fd 3 3<pin
yibao family apply family.toml
yibao family list

# At the pharmacy: the father's code spends the father's benefits. 在药店：父亲的码用父亲本人的待遇。
echo '{"med_type":"41","fees":[{"name":"阿司匹林肠溶片","category":"A","amount_fen":2680}]}' > bill.json
yibao qr baba --digits --pin-fd 3 3<pin |
    yibao-platform terminal settle --institution P11000000001 --bill bill.json --code -
yibao balance baba
