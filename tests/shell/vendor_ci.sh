# A terminal under test in CI: a good code, and each bad one with the error that must come back.
# CI 里测试医院终端：一个好码，以及每种坏码与应得的错误。
set -eu
export YIBAO_HOME="$PWD/home" YIBAO_VAULT=sandbox YIBAO_NO_INPUT=1
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" "$2"; }

yibao-platform sandbox init --people 20 --seed 7
echo '{"med_type":"11","fees":[{"name":"CT","category":"B","own_ratio":"0.10","amount_fen":30000}]}' > bill.json
for case in valid expired used altered frozen foreign; do
    yibao-platform sandbox code 张三 --case $case --json > case.json
    field code case.json > code
    # Here your terminal reads the code; this one stands in for it. 此处换成您的终端。
    status=0
    yibao-platform terminal settle --institution H11000000001 --bill bill.json --code - --json \
        < code > settled.json 2> error.json || status=$?
    echo "$case: exit $status $(field code error.json)"
    test "$(field expect case.json | sed 's/^null$//')" = "$(field code error.json)"
done

# Time passes where it must, for the platform and the wallet alike. 时间可以拨快。
yibao-platform sandbox clock advance 61s
