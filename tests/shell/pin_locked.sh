# A PIN locked at the hospital's counter: the card works at once, and the agency's counter gives a code for a new PIN.
# 窗口前密码被锁：实体卡照常使用；到经办机构窗口取重置码，设新密码。
set -eu
umask 077
export YIBAO_HOME="$PWD/home" YIBAO_VAULT=sandbox YIBAO_NO_INPUT=1
yibao-platform person show 张三 --reveal --json > person
sed 's/.*"id_number":"\([^"]*\)".*/\1/' person > id
sed 's/.*"card_number":"\([^"]*\)".*/\1/' person > card
echo 940713 > pin
echo 274916 > new
yibao activate --accept-agreement --sandbox-auto --region 110000 --name 张三 --phone 13800000001 \
    --id-fd 3 --pin-fd 4 3< id 4< pin > activated 2>&1

# Five wrong ones (exit 6), then it is locked (exit 7). 连错五次（退出码 6），随后锁定（7）。
echo 000111 > wrong
for status in 6 6 6 6 6 7; do
    found=0
    yibao qr --digits --pin-fd 3 3< wrong || found=$?
    test "$found" -eq "$status"
done

# The card, same benefits. 用实体卡，待遇相同。
echo '{"med_type":"11","fees":[{"name":"阿莫西林胶囊","category":"A","amount_fen":2350}]}' > bill.json
yibao-platform terminal settle --institution H11000000001 --bill bill.json --credential card --credential-fd 3 3< card

# The counter's code, and the new PIN. 窗口给的重置码，设新密码。
yibao-platform counter reset-pin 张三 --reveal --json | sed 's/.*"code":"\([^"]*\)".*/\1/' > reset
yibao pin reset --code-fd 3 --new-pin-fd 4 3< reset 4< new
yibao qr --digits --pin-fd 3 3< new
