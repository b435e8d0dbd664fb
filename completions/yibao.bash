# bash completion of yibao(1) and yibao-platform(1). Made by `yibao completion bash`: not to be edited by hand.
# Nothing here starts a program: commands, options and places stand below, what the wallet knows of by name it keeps in
# the file `words` of its cache folder.

_yibao_tree() { # PATH: sets subs, opts, args
  subs='' opts='' args=''
  case $1 in
    'yibao') subs='activate demo status qr pay balance records filing chronic claim institution family mutual-aid pin voucher card device audit profile config platform doctor schema completion help' opts='--version' ;;
    'yibao activate') opts='--region --name --phone --id-fd --id-stdin --text-code-fd --text-code-stdin --pin-fd --pin-stdin --channel --offer --tx-code-fd --tx-code-stdin --device-name --accept-agreement --sandbox-auto --replace' ;;
    'yibao status') opts='--send' ;;
    'yibao qr') opts='--png --svg --digits --barcode --pin-fd --pin-stdin' args='@member' ;;
    'yibao pay') subs='list confirm' ;;
    'yibao pay list') opts='--limit' args='@member' ;;
    'yibao pay confirm') opts='--member --pin-fd --pin-stdin --explain' args='@bill' ;;
    'yibao balance') args='@member' ;;
    'yibao records') subs='list show' opts='--year --kind --limit --after --all --totals --csv --annual --chart --svg' args='@member' ;;
    'yibao records list') opts='--year --kind --limit --after --all --totals --csv --annual --chart --svg' args='@member' ;;
    'yibao records show') opts='--member --explain' args='@record' ;;
    'yibao filing') subs='new list show change cancel places' ;;
    'yibao filing new') opts='--to --category --start --end --paper --declaration --contact-phone --accept-notice' args='@member' ;;
    'yibao filing list') args='@member' ;;
    'yibao filing show') opts='--member' args='@filing' ;;
    'yibao filing change') opts='--member --to --start --end --paper --declaration --contact-phone' args='@filing' ;;
    'yibao filing cancel') opts='--member --paper' args='@filing' ;;
    'yibao filing places') opts='--limit' args='@place' ;;
    'yibao chronic') subs='new list show' ;;
    'yibao chronic new') opts='--disease --paper' args='@member' ;;
    'yibao chronic list') opts='--limit' args='@member' ;;
    'yibao chronic show') opts='--member' args='@chronic' ;;
    'yibao claim') subs='new list show withdraw' ;;
    'yibao claim new') opts='--bill --cause --institution --place --invoice --date --paper --via --advance' args='@member' ;;
    'yibao claim list') opts='--limit' args='@member' ;;
    'yibao claim show') opts='--member' args='@claim' ;;
    'yibao claim withdraw') opts='--member' args='@claim' ;;
    'yibao institution') subs='search show' ;;
    'yibao institution search') opts='--region --supports --level --cross-province --limit' args='@text' ;;
    'yibao institution show') args='@text' ;;
    'yibao family') subs='list consent add remove apply diff export' ;;
    'yibao family consent') opts='--guardian --pin-fd --pin-stdin' ;;
    'yibao family add') opts='--relation --name --phone --id-fd --id-stdin --consent-fd --consent-stdin --face --request-consent --proof --declaration --pin-fd --pin-stdin --sandbox-auto' args='@alias' ;;
    'yibao family remove') opts='--guardian --pin-fd --pin-stdin' args='@alias' ;;
    'yibao family apply') opts='--prune --request-consents --declaration --pin-fd --pin-stdin --sandbox-auto' args='@file' ;;
    'yibao family diff') opts='--prune' args='@file' ;;
    'yibao family export') args='@file' ;;
    'yibao mutual-aid') subs='list add remove' ;;
    'yibao mutual-aid add') opts='--relation --name --id-fd --id-stdin --yearly-limit --pin-fd --pin-stdin' ;;
    'yibao mutual-aid remove') opts='--pin-fd --pin-stdin' args='@aid' ;;
    'yibao pin') subs='set change reset' ;;
    'yibao pin set') opts='--pin-fd --pin-stdin' ;;
    'yibao pin change') opts='--pin-fd --pin-stdin --new-pin-fd --new-pin-stdin' ;;
    'yibao pin reset') opts='--code-fd --code-stdin --new-pin-fd --new-pin-stdin --sandbox-auto --counter' ;;
    'yibao voucher') subs='show refresh update freeze unfreeze' ;;
    'yibao voucher show') args='@member' ;;
    'yibao voucher refresh') opts='--pin-fd --pin-stdin' args='@member' ;;
    'yibao voucher update') opts='--pin-fd --pin-stdin' args='@member' ;;
    'yibao voucher unfreeze') opts='--pin-fd --pin-stdin' ;;
    'yibao card') subs='show report-lost reissue' ;;
    'yibao card show') args='@member' ;;
    'yibao card report-lost') args='@member' ;;
    'yibao card reissue') args='@member' ;;
    'yibao device') subs='list revoke' ;;
    'yibao device revoke') opts='--pin-fd --pin-stdin' args='@device' ;;
    'yibao audit') subs='show verify' ;;
    'yibao audit show') opts='--limit' ;;
    'yibao profile') subs='list use add remove' ;;
    'yibao profile use') args='@profile' ;;
    'yibao profile add') args='@profile' ;;
    'yibao profile remove') args='@profile' ;;
    'yibao config') subs='get set list path' ;;
    'yibao config get') args='accessible,color,lang,no_input,operator,output,profile,timeout,vault' ;;
    'yibao config set') opts='--for' args='accessible,color,lang,no_input,operator,output,profile,timeout,vault @text' ;;
    'yibao platform') subs='show' ;;
    'yibao schema') args='activation,annual,audit,audit-verify,balance,bill,card,chronic,chronics,claim,claims,clock,commands,config,demo,device,devices,doctor,dry-run,error,family,family-consent,family-export,family-member,family-plan,family-removed,filing,filings,help,import,institution,institutions,mutual-aid,mutual-aids,offer,outbox,paths,payment,payment-request,payments,people,person,pin,places,platform,platform-reset,profile,profiles,qr,qr-file,record,records,records-file,reset-code,reversal,review,reviews,sandbox-code,sandbox-init,schemas,setting,settlement,status,verification,version,voucher,voucher-state' ;;
    'yibao completion') args='bash,zsh,fish,powershell' ;;
    'yibao help') args='exit-codes,environment,json,accessibility,regions,vault,sandbox,family,later,activate,demo,status,qr,pay,balance,records,filing,chronic,claim,institution,family,mutual-aid,pin,voucher,card,device,audit,profile,config,platform,doctor,schema,completion,help' ;;
    'yibao-platform') subs='person institution counter terminal sandbox outbox' opts='--version' ;;
    'yibao-platform person') subs='add change list show import' ;;
    'yibao-platform person add') opts='--name --phone --region --insutype --birth-date --sex --id-fd --id-stdin --account-fen' ;;
    'yibao-platform person change') opts='--id-fd --id-stdin --name --phone --region --insutype --insured --uninsured --new-id-fd --deceased' args='@text' ;;
    'yibao-platform person list') opts='--limit' ;;
    'yibao-platform person show') opts='--id-fd --id-stdin' args='@text' ;;
    'yibao-platform person import') args='@file' ;;
    'yibao-platform institution') subs='add list import' ;;
    'yibao-platform institution add') opts='--name-zh --name-en --level --supports --cross-province' args='@text' ;;
    'yibao-platform institution list') opts='--limit' ;;
    'yibao-platform institution import') args='@file' ;;
    'yibao-platform counter') subs='review recover offer reset-pin' ;;
    'yibao-platform counter review') opts='--approve --refuse --all --limit' args='@text' ;;
    'yibao-platform counter recover') opts='--amount --idempotency-key' args='@text' ;;
    'yibao-platform counter offer') opts='--id-fd --id-stdin --channel --png --svg' args='@text' ;;
    'yibao-platform counter reset-pin') opts='--id-fd --id-stdin' args='@text' ;;
    'yibao-platform terminal') subs='verify settle query refund reverse request-payment' ;;
    'yibao-platform terminal verify') opts='--institution --terminal --code --code-fd --image --scene --idempotency-key' ;;
    'yibao-platform terminal settle') opts='--institution --bill --terminal --code --code-fd --image --ec-token --credential --credential-fd --credential-stdin --visit --agent-fd --agent-stdin --idempotency-key --preview --explain' ;;
    'yibao-platform terminal query') opts='--institution --terminal --bill-id --idempotency-key --explain' args='@text' ;;
    'yibao-platform terminal refund') opts='--institution --bill --terminal --idempotency-key --explain' args='@text' ;;
    'yibao-platform terminal reverse') opts='--institution --terminal --idempotency-key' args='@text' ;;
    'yibao-platform terminal request-payment') opts='--institution --bill --terminal --code --code-fd --image --ec-token --credential --credential-fd --credential-stdin --scene --expires --withdraw --idempotency-key' ;;
    'yibao-platform sandbox') subs='init code reset clock' ;;
    'yibao-platform sandbox init') opts='--people --seed' ;;
    'yibao-platform sandbox code') opts='--case --id-fd --id-stdin' args='@text' ;;
    'yibao-platform sandbox clock') subs='show advance reset' ;;
    'yibao-platform sandbox clock advance') args='@text' ;;
    'yibao-platform outbox') opts='--limit' ;;
  esac
}

_yibao_value() { # PATH, OPTION: sets value to what follows the option: @KIND or a list; empty where nothing does
  value=''
  case "$1 $2" in
    'yibao family add --relation') value='spouse parent child sibling grandparent grandchild other' ;;
    'yibao mutual-aid add --relation') value='spouse parent child sibling grandparent grandchild' ;;
    *' -o'|*' --output') value='human plain json' ;;
    *' --color') value='auto always never' ;;
    *' --profile'|*' --for') value='@profile' ;;
    *' --lang') value='zh-CN zh-TW en' ;;
    *' --timeout'|*' --passphrase-fd'|*' --platform-passphrase-fd'|*' --name'|*' --phone'|*' --id-fd'|*' --text-code-fd'|*' --pin-fd'|*' --offer'|*' --tx-code-fd'|*' --device-name'|*' --limit'|*' --year'|*' --after'|*' --start'|*' --end'|*' --contact-phone'|*' --institution'|*' --invoice'|*' --date'|*' --level'|*' --guardian'|*' --consent-fd'|*' --yearly-limit'|*' --new-pin-fd'|*' --code-fd'|*' --birth-date'|*' --account-fen'|*' --new-id-fd'|*' --name-zh'|*' --name-en'|*' --refuse'|*' --amount'|*' --idempotency-key'|*' --terminal'|*' --ec-token'|*' --credential-fd'|*' --visit'|*' --agent-fd'|*' --bill-id'|*' --expires'|*' --withdraw'|*' --people'|*' --seed') value='@text' ;;
    *' --vault') value='keyring passphrase sandbox' ;;
    *' --region'|*' --to'|*' --place') value='@place' ;;
    *' --channel') value='app wechat alipay bank city counter' ;;
    *' --png'|*' --svg'|*' --csv'|*' --bill'|*' --image') value='@file' ;;
    *' --member') value='@member' ;;
    *' --kind') value='settlement contribution claim mutual-aid' ;;
    *' --category') value='retiree resident worker referral other' ;;
    *' --paper'|*' --proof') value='@paper' ;;
    *' --disease') value='M03900 M01600 M00500 M07800 M08300' ;;
    *' --cause') value='system_fault not_networked unfiled late_filing emergency card_lost abroad work_injury third_party' ;;
    *' --via') value='employer office' ;;
    *' --supports') value='voucher card outpatient inpatient chronic pharmacy' ;;
    *' --insutype') value='310 390' ;;
    *' --sex') value='male female' ;;
    *' --code') value='@standard-input' ;;
    *' --scene') value='01101 01103 01301 01302 02121' ;;
    *' --credential') value='card id-card' ;;
    *' --case') value='valid expired used altered frozen foreign' ;;
  esac
}

_yibao_places() { # FIRST LETTER OR DIGIT
  case $1 in
    '') _yibao_add anhui beijing chongqing fujian gansu guangdong guangxi guizhou hainan hebei heilongjiang henan hubei hunan jiangsu jiangxi jilinsheng liaoning neimenggu ningxia qinghai shaanxi shandong shanghai sichuan tianjin xinjiang xinjiangshengchanjianshebingtuan xizang yunnan zhejiang ;;
    a) _yibao_add aba akesu alaer alashan aletai ali anhui anhuisuzhou ankang anqing anshan anshun anyang ;;
    b) _yibao_add baicheng baise baisha baishan baiyang baiyin baoding baoji baoshanshi baoting baotou bayannaoer bayinguoleng bazhong beihai beijing beitun bengbu benxi bijie binzhou boertala bozhou ;;
    c) _yibao_add cangzhou changchun changde changdu changji changjiang changsha changzhi changzhou chaoyangshi chaozhou chengde chengdu chengmai chenzhou chifeng chizhou chongqing chongzuo chuxiong chuzhou ;;
    d) _yibao_add dali dalian dandong danzhou daqing datong daxinganling dazhou dehong deyang dezhou dingan dingxi diqing dongfang dongguan dongying ;;
    e) _yibao_add eerduosi enshi ezhou ;;
    f) _yibao_add fangchenggang foshan fujian fujianfuzhou fushun fuxin fuyang ;;
    g) _yibao_add gannan gansu ganzhou ganzi guangan guangdong guangxi guangxiyulin guangyuan guangzhou guigang guilin guiyang guizhou guoluo guyuan ;;
    h) _yibao_add haerbin haibei haidong haikou hainan haixi hami handan hangzhou hanzhong hebei hebi hechi hefei hegang heihe heilongjiang heilongjiangyichun henan hengshui hengyang hetian heyuan heze hezhou honghe huaian huaibei huaihua huainan huanggang huangnan huangshan huangshi hubei huhehaote huizhou huludao hulunbeier hunan huyanghe huzhou ;;
    j) _yibao_add jiamusi jian jiangmen jiangsu jiangsusuzhou jiangsutaizhou jiangxi jiangxifuzhou jiangxiyichun jiaozuo jiaxing jiayuguan jieyang jilinsheng jilinshi jinan jinchang jincheng jingdezhen jingmen jingzhou jinhua jining jinzhong jinzhou jiujiang jiuquan jixi jiyuan ;;
    k) _yibao_add kaifeng kashi kekedala kelamayi kezilesu kunming kunyu ;;
    l) _yibao_add laibin langfang lanzhou lasa ledong leshan liangshan lianyungang liaocheng liaoning liaoyang liaoyuan lijiang lincang linfen lingao lingshui linxia linyi linzhi lishui liupanshui liuzhou longnan longyan loudi luan luohe luoyang luzhou lvliang ;;
    m) _yibao_add maanshan maoming meishan meizhou mianyang mudanjiang ;;
    n) _yibao_add nanchang nanchong nanjing nanning nanping nantong nanyang naqu neijiang neimenggu ningbo ningde ningxia nujiang ;;
    p) _yibao_add panjin panzhihua pingdingshan pingliang pingxiang puer putian puyang ;;
    q) _yibao_add qiandongnan qianjiangshi qiannan qianxinan qingdao qinghai qinghaihainan qingyang qingyuan qinhuangdao qinzhou qionghai qiongzhong qiqihaer qitaihe quanzhou qujing quzhou ;;
    r) _yibao_add rikaze rizhao ;;
    s) _yibao_add sanmenxia sanming sansha sanya shaanxi shandong shanghai shangluo shangqiu shangrao shannan shantou shanwei shanxiyulin shaoguan shaoxing shaoyang shennongjia shenyang shenzhen shihezi shijiazhuang shiyan shizuishan shuanghe shuangyashan shuozhou sichuan siping songyuan suihua suining suizhou suqian ;;
    t) _yibao_add tacheng taian taiyuan tangshan tianjin tianmen tianshui tieling tiemenguan tongchuan tonghua tongliao tongling tongren tulufan tumushuke tunchang ;;
    w) _yibao_add wanning weifang weihai weinan wenchang wenshan wenzhou wuhai wuhan wuhu wujiaqu wulanchabu wulumuqi wuwei wuxishi wuzhishan wuzhong wuzhou ;;
    x) _yibao_add xiamen xian xiangtan xiangxi xiangyang xianning xiantao xianyang xiaogan xilinguole xingan xingtai xining xinjiang xinjiangshengchanjianshebingtuan xinxiang xinxing xinyang xinyu xinzhou xishuangbanna xizang xuancheng xuchang xuzhou ;;
    y) _yibao_add yaan yanan yanbian yancheng yangjiang yangquan yangzhou yantai yibin yichang yili yinchuan yingkou yingtan yiyang yongzhou yueyang yuncheng yunfu yunnan yushu yuxi ;;
    z) _yibao_add zaozhuang zhangjiajie zhangjiakou zhangye zhangzhou zhanjiang zhaoqing zhaotong zhejiang zhejiangtaizhou zhengzhou zhenjiang zhongshan zhongwei zhoukou zhoushan zhuhai zhumadian zhuzhou zibo zigong ziyang zunyi ;;
    1) _yibao_add 110000 120000 130000 130100 130200 130300 130400 130500 130600 130700 130800 130900 131000 131100 140000 140100 140200 140300 140400 140500 140600 140700 140800 140900 141000 141100 150000 150100 150200 150300 150400 150500 150600 150700 150800 150900 152200 152500 152900 ;;
    2) _yibao_add 210000 210100 210200 210300 210400 210500 210600 210700 210800 210900 211000 211100 211200 211300 211400 220000 220100 220200 220300 220400 220500 220600 220700 220800 222400 230000 230100 230200 230300 230400 230500 230600 230700 230800 230900 231000 231100 231200 232700 ;;
    3) _yibao_add 310000 320000 320100 320200 320300 320400 320500 320600 320700 320800 320900 321000 321100 321200 321300 330000 330100 330200 330300 330400 330500 330600 330700 330800 330900 331000 331100 340000 340100 340200 340300 340400 340500 340600 340700 340800 341000 341100 341200 341300 341500 341600 341700 341800 350000 350100 350200 350300 350400 350500 350600 350700 350800 350900 360000 360100 360200 360300 360400 360500 360600 360700 360800 360900 361000 361100 370000 370100 370200 370300 370400 370500 370600 370700 370800 370900 371000 371100 371300 371400 371500 371600 371700 ;;
    4) _yibao_add 410000 410100 410200 410300 410400 410500 410600 410700 410800 410900 411000 411100 411200 411300 411400 411500 411600 411700 419001 420000 420100 420200 420300 420500 420600 420700 420800 420900 421000 421100 421200 421300 422800 429004 429005 429006 429021 430000 430100 430200 430300 430400 430500 430600 430700 430800 430900 431000 431100 431200 431300 433100 440000 440100 440200 440300 440400 440500 440600 440700 440800 440900 441200 441300 441400 441500 441600 441700 441800 441900 442000 445100 445200 445300 450000 450100 450200 450300 450400 450500 450600 450700 450800 450900 451000 451100 451200 451300 451400 460000 460100 460200 460300 460400 469001 469002 469005 469006 469007 469021 469022 469023 469024 469025 469026 469027 469028 469029 469030 ;;
    5) _yibao_add 500000 510000 510100 510300 510400 510500 510600 510700 510800 510900 511000 511100 511300 511400 511500 511600 511700 511800 511900 512000 513200 513300 513400 520000 520100 520200 520300 520400 520500 520600 522300 522600 522700 530000 530100 530300 530400 530500 530600 530700 530800 530900 532300 532500 532600 532800 532900 533100 533300 533400 540000 540100 540200 540300 540400 540500 540600 542500 ;;
    6) _yibao_add 610000 610100 610200 610300 610400 610500 610600 610700 610800 610900 611000 620000 620100 620200 620300 620400 620500 620600 620700 620800 620900 621000 621100 621200 622900 623000 630000 630100 630200 632200 632300 632500 632600 632700 632800 640000 640100 640200 640300 640400 640500 650000 650100 650200 650400 650500 652300 652700 652800 652900 653000 653100 653200 654000 654200 654300 659001 659002 659003 659004 659005 659006 659007 659008 659009 659010 659011 659012 660000 ;;
  esac
}

_yibao_add() { # WORD...
  local word
  for word; do
    [[ $word == "$cur"* ]] && COMPREPLY[${#COMPREPLY[@]}]=$prefix$word
  done
}

_yibao_folder() { # cache|config|data: sets folder
  if [[ -n ${YIBAO_HOME-} ]]; then
    folder=$YIBAO_HOME
    [[ $1 == cache ]] && folder+=/cache
  elif [[ ${OSTYPE-} == darwin* ]]; then
    folder="$HOME/Library/Application Support/yibao"
    [[ $1 == cache ]] && folder=$HOME/Library/Caches/yibao
  else
    case $1 in
      cache) folder=${XDG_CACHE_HOME:-$HOME/.cache}/yibao ;;
      config) folder=${XDG_CONFIG_HOME:-$HOME/.config}/yibao ;;
      data) folder=${XDG_DATA_HOME:-$HOME/.local/share}/yibao ;;
    esac
  fi
}

_yibao_remembered() { # KIND: the words the wallet in use has shown last
  local folder line kind word hint in_use=${profile:-${YIBAO_PROFILE-}}
  if [[ -z $in_use ]]; then
    _yibao_folder config
    if [[ -r $folder/config.toml ]]; then
      while read -r line; do
        [[ $line == \[* ]] && break
        [[ $line =~ ^profile\ *=\ *[\"\']([a-z0-9-]+)[\"\'] ]] && in_use=${BASH_REMATCH[1]}
      done <"$folder/config.toml"
    fi
  fi
  _yibao_folder cache
  folder+=/words
  [[ -n $in_use && $in_use != default ]] && folder+=-$in_use
  [[ -r $folder ]] || return
  while IFS=$'\t' read -r kind word hint; do
    [[ $kind == "$1" ]] && _yibao_add "$word"
  done <"$folder"
}

_yibao_profiles() {
  local folder one
  _yibao_add default
  _yibao_folder data
  for one in "$folder"/profiles/*/; do
    one=${one%/}
    one=${one##*/}
    [[ $one == [a-z0-9]* && $one != default ]] && _yibao_add "$one"
  done
}

_yibao_files() {
  if [[ -n $prefix ]]; then
    local IFS=$'\n'
    COMPREPLY=($(compgen -P "$prefix" -f -- "$cur"))
    compopt -o filenames 2>/dev/null
  else
    compopt -o default 2>/dev/null # readline's own way with names of files
  fi
}

_yibao_candidates() { # @KIND or a list
  case $1 in
    @text | '') ;;
    @place) _yibao_places "${cur:0:1}" ;;
    @file) _yibao_files ;;
    @standard-input) _yibao_add - ;;
    @member) _yibao_add self; _yibao_remembered member ;;
    @alias) _yibao_remembered member ;;
    @profile) _yibao_profiles ;;
    @paper)
      _yibao_add household-register= residence-proof= posting-letter= employer-proof= contract= referral-letter= diagnosis-proof= medical-record= test-report= receipt= itemised-list= prescription= discharge-note= emergency-proof= liability-proof= birth-certificate=
      compopt -o nospace 2>/dev/null
      ;;
    @*) _yibao_remembered "${1#@}" ;;
    *) _yibao_add $1 ;;
  esac
}

_yibao() {
  local IFS=$' \t\n' cur=${COMP_WORDS[COMP_CWORD]} left=${COMP_LINE:0:COMP_POINT}
  local path word i n=0 opt='' glued='' ended='' profile='' prefix='' value subs opts args
  COMPREPLY=()
  path=${COMP_WORDS[0]##*/}
  [[ $path == yibao-platform ]] || path=yibao
  # In the middle of a word, what stands before the cursor counts.
  while [[ -n $cur && $left != *"$cur" ]]; do cur=${cur%?}; done
  cur=${cur#[\"\']} # readline puts an opening quote back by itself
  _yibao_tree "$path"
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ $word == = && -z $ended ]]; then # readline splits --option=value and KIND=FILE into three words
      glued=1
    elif [[ -n $opt ]]; then
      [[ $opt == --profile ]] && profile=$word
      opt='' glued=''
    elif [[ -n $glued ]]; then
      glued=''
    elif [[ -z $ended && $word == -- ]]; then
      ended=1
    elif [[ -z $ended && $word == --*=* ]]; then
      [[ $word == --profile=* ]] && profile=${word#*=}
    elif [[ -z $ended && $word == -?* ]]; then
      _yibao_value "$path" "$word"
      [[ -n $value ]] && opt=$word
    elif [[ $n == 0 && " $subs " == *" $word "* ]]; then
      path+=" $word"
      _yibao_tree "$path"
    else
      n=$((n + 1))
    fi
  done
  if [[ $cur == = && -z $ended ]]; then cur='' glued=1; fi
  if [[ -z $opt && -n $glued ]]; then # KIND=
    _yibao_files
  elif [[ -n $opt ]]; then
    _yibao_value "$path" "$opt"
    if [[ $value == @paper && $cur == *=* ]]; then
      prefix=${cur%%=*}= cur=${cur#*=} value=@file
    fi
    _yibao_candidates "$value"
  elif [[ -z $ended && $cur == --*=* ]]; then
    prefix=${cur%%=*}= cur=${cur#*=}
    _yibao_value "$path" "${prefix%=}"
    _yibao_candidates "$value"
  elif [[ -z $ended && $cur == -* ]]; then
    _yibao_add $opts -o --output --color --profile --lang --timeout --vault --passphrase-fd --platform-passphrase-fd --json -q --quiet -v --verbose --no-input -y --yes --dry-run --debug --accessible --reveal --passphrase-stdin --platform-passphrase-stdin -h --help
  else
    [[ $n == 0 ]] && _yibao_add $subs
    for word in $args; do
      if ((n-- == 0)); then
        word=${word//,/ }
        _yibao_candidates "$word"
      fi
    done
  fi
}

complete -F _yibao yibao yibao-platform
