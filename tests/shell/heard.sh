# For somebody who hears the terminal: words instead of tables, one thing after the other, nothing redrawn.
# 供听屏使用：逐行说出，不画表格，不重绘屏幕。
set -eu
umask 077
export YIBAO_HOME="$PWD/home" YIBAO_VAULT=sandbox
yibao config set accessible true

yibao-platform person show 李秀英 --reveal --json | sed 's/.*"id_number":"\([^"]*\)".*/\1/' > id
echo 940713 > pin
yibao activate --no-input --accept-agreement --sandbox-auto --region 110000 --name 李秀英 --phone 13800000002 \
    --id-fd 3 --pin-fd 4 3< id 4< pin
yibao balance

# d speaks the digits, Enter renews the code, q leaves. d 读出数字，回车换新码，q 退出。
yibao qr --pin-fd 3 3< pin
