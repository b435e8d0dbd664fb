# PowerShell completion of yibao(1) and yibao-platform(1). Made by `yibao completion powershell`: not to be edited by hand.
# Nothing here starts a program: commands, options and places stand below, what the wallet knows of by name it keeps in
# the file `words` of its cache folder.

$script:YibaoTree = @{
    'yibao' = @{ subs = @('activate	activate the voucher', 'demo	the whole story in a minute, in a throw-away home', 'status	where the wallet stands, and what to do next', 'qr	show the code', 'pay	bills that an institution sent (online payment, kiosk)', 'balance	personal account and pooled fund', 'records	settlements and contributions', 'filing	file treatment in another province', 'chronic	recognition of chronic disease', 'claim	manual reimbursement of a bill paid in full', 'institution	designated hospitals and pharmacies', 'family	family account: show a relative''s code, and who may show one''s own', 'mutual-aid	mutual aid (家庭共济): one''s personal account for relatives', 'pin	the PIN: set, change, reset', 'voucher	the voucher: show, renew, stop', 'card	the physical card: show, report lost, reissue', 'device	enrolled devices: list, revoke', 'audit	the record of acts: show, verify', 'profile	several wallets: list, use, add, remove', 'config	settings', 'platform	the platform behind the wallet', 'doctor	look at all the wallet stands on; every finding with its fix', 'schema	JSON Schemas of the output', 'completion	print a shell''s completion file', 'help	help on commands and topics'); opts = @('--version	show the version'); args = @() }
    'yibao activate' = @{ subs = @(); opts = @('--region	insured place: a division code, Chinese name or pinyin (110000, beijing)', '--name	name', '--phone	mobile number', '--id-fd	read the ID number from descriptor N', '--id-stdin	read the ID number from standard input', '--text-code-fd	read the text code from a descriptor or standard input', '--text-code-stdin	read the text code from a descriptor or standard input', '--pin-fd	read the PIN from descriptor N', '--pin-stdin	read the PIN from standard input', '--channel	channel of activation', '--offer	a counter''s activation offer', '--tx-code-fd	read the code told at the counter from a descriptor or standard input', '--tx-code-stdin	read the code told at the counter from a descriptor or standard input', '--device-name	a name for this device', '--accept-agreement	the agreement has been read and is accepted', '--sandbox-auto	SANDBOX: take text codes from the outbox and pass the face check', '--replace	set the old wallet aside and enrol as a new device'); args = @() }
    'yibao demo' = @{ subs = @(); opts = @(); args = @() }
    'yibao status' = @{ subs = @(); opts = @('--send	first send the requests without a known outcome'); args = @() }
    'yibao qr' = @{ subs = @(); opts = @('--png	write a PNG (its name carries the expiry; 0600; never overwrites)', '--svg	write an SVG', '--digits	print the 28 digits only', '--barcode	draw a bar code (Code 128; with --png or --svg)', '--pin-fd	read the PIN from descriptor N', '--pin-stdin	read the PIN from standard input'); args = @('@member') }
    'yibao pay' = @{ subs = @('list	list the bills, open and paid', 'confirm	confirm and pay a bill (needs the PIN)'); opts = @(); args = @() }
    'yibao pay list' = @{ subs = @(); opts = @('--limit	at most so many'); args = @('@member') }
    'yibao pay confirm' = @{ subs = @(); opts = @('--member	a member''s alias; self is oneself', '--pin-fd	read the PIN from descriptor N', '--pin-stdin	read the PIN from standard input', '--explain	explain the arithmetic line by line'); args = @('@bill') }
    'yibao balance' = @{ subs = @(); opts = @(); args = @('@member') }
    'yibao records' = @{ subs = @('list	list records, newest first', 'show	show one record'); opts = @('--year	only this year', '--kind	kind of record', '--limit	at most so many', '--after	go on after this place, which the page before ended with', '--all	all of them, page after page', '--totals	add them up by payer (plain: the sums alone)', '--csv	write a CSV file (- for standard output); all records, unless --limit', '--annual	what the year cost, by month', '--chart	the year''s cost as a bar chart', '--svg	write the year''s chart as an SVG file (- for standard output)'); args = @('@member') }
    'yibao records list' = @{ subs = @(); opts = @('--year	only this year', '--kind	kind of record', '--limit	at most so many', '--after	go on after this place, which the page before ended with', '--all	all of them, page after page', '--totals	add them up by payer (plain: the sums alone)', '--csv	write a CSV file (- for standard output); all records, unless --limit', '--annual	what the year cost, by month', '--chart	the year''s cost as a bar chart', '--svg	write the year''s chart as an SVG file (- for standard output)'); args = @('@member') }
    'yibao records show' = @{ subs = @(); opts = @('--member	a member''s alias; self is oneself', '--explain	explain the arithmetic line by line'); args = @('@record') }
    'yibao filing' = @{ subs = @('new	file before going; asks step by step on a terminal', 'list	list filings', 'show	one filing, whole', 'change	change place, days, papers or contact', 'cancel	cancel a filing', 'places	the provinces and cities to file to, by code, Chinese name or pinyin'); opts = @(); args = @() }
    'yibao filing new' = @{ subs = @(); opts = @('--to	treatment place: code, Chinese name or pinyin, as 310000, 上海, shanghai', '--category	retiree (resettled), resident (long-term), worker (stationed elsewhere), referral, other (temporary)', '--start	first day; in the past for a late filing', '--end	last day, temporary filings only; six months if left out', '--paper	a paper, repeatable: household-register, residence-proof, posting-letter, employer-proof, contract, referral-letter', '--declaration	declare instead of bringing the papers of a long-term filing; no change or cancellation for six months', '--contact-phone	contact; the voucher''s own number if left out', '--accept-notice	the notice has been read and agreed to'); args = @('@member') }
    'yibao filing list' = @{ subs = @(); opts = @(); args = @('@member') }
    'yibao filing show' = @{ subs = @(); opts = @('--member	a member''s alias; self is oneself'); args = @('@filing') }
    'yibao filing change' = @{ subs = @(); opts = @('--member	a member''s alias; self is oneself', '--to	treatment place: code, Chinese name or pinyin, as 310000, 上海, shanghai', '--start	first day; in the past for a late filing', '--end	last day, temporary filings only; six months if left out', '--paper	a paper, repeatable: household-register, residence-proof, posting-letter, employer-proof, contract, referral-letter', '--declaration	declare instead of bringing the papers of a long-term filing; no change or cancellation for six months', '--contact-phone	contact; the voucher''s own number if left out'); args = @('@filing') }
    'yibao filing cancel' = @{ subs = @(); opts = @('--member	a member''s alias; self is oneself', '--paper	a paper, repeatable: household-register, residence-proof, posting-letter, employer-proof, contract, referral-letter'); args = @('@filing') }
    'yibao filing places' = @{ subs = @(); opts = @('--limit	at most so many'); args = @('@place') }
    'yibao chronic' = @{ subs = @('new	apply for recognition of a chronic disease', 'list	list the applications', 'show	show one application'); opts = @(); args = @() }
    'yibao chronic new' = @{ subs = @(); opts = @('--disease	the disease by code or name, such as M03900 or hypertension', '--paper	a paper, as KIND=FILE; may stand several times'); args = @('@member') }
    'yibao chronic list' = @{ subs = @(); opts = @('--limit	at most so many'); args = @('@member') }
    'yibao chronic show' = @{ subs = @(); opts = @('--member	a member''s alias; self is oneself'); args = @('@chronic') }
    'yibao claim' = @{ subs = @('new	claim a bill that was paid in full', 'list	list the claims', 'show	show one claim', 'withdraw	take a pending claim back'); opts = @(); args = @() }
    'yibao claim new' = @{ subs = @(); opts = @('--bill	the bill, a JSON file; - for standard input', '--cause	why the bill was paid in full', '--institution	the institution by code or name', '--place	treatment place: name, pinyin or code, such as shanghai or 310000', '--invoice	number of the receipt', '--date	day of the visit, such as 2026-03-02', '--paper	a paper, as KIND=FILE; may stand several times', '--via	hand it in through the employer or the neighbourhood''s social-security office', '--advance	work injury or third party: ask the fund to advance it and recover it later'); args = @('@member') }
    'yibao claim list' = @{ subs = @(); opts = @('--limit	at most so many'); args = @('@member') }
    'yibao claim show' = @{ subs = @(); opts = @('--member	a member''s alias; self is oneself'); args = @('@claim') }
    'yibao claim withdraw' = @{ subs = @(); opts = @('--member	a member''s alias; self is oneself'); args = @('@claim') }
    'yibao institution' = @{ subs = @('search	search by place, name, pinyin and service', 'show	show one, and what is not possible there'); opts = @(); args = @() }
    'yibao institution search' = @{ subs = @(); opts = @('--region	a place: division code, Chinese name or pinyin', '--supports	credentials and services it takes; may be repeated', '--level	hospital level 1-3; 0 for a pharmacy', '--cross-province	linked across provinces', '--limit	at most so many'); args = @('@text') }
    'yibao institution show' = @{ subs = @(); opts = @(); args = @('@text') }
    'yibao family' = @{ subs = @('list	list links both ways', 'consent	make a code by which you consent to being linked', 'add	add a member, or bring a consent that is due', 'remove	end a link: the holder by alias, the member by --guardian', 'apply	set up the whole family from one file', 'diff	what the file would change; exits 18 where anything would', 'export	write the family file (names and phones in full, no ID numbers)'); opts = @(); args = @() }
    'yibao family list' = @{ subs = @(); opts = @(); args = @() }
    'yibao family consent' = @{ subs = @(); opts = @('--guardian	the code is good only for a guardian of this name', '--pin-fd	read the PIN from descriptor N', '--pin-stdin	read the PIN from standard input'); args = @() }
    'yibao family add' = @{ subs = @(); opts = @('--relation	what the member is to you', '--name	the member''s name', '--phone	the member''s phone; under 16 the guardian''s serves', '--id-fd	read the ID number from descriptor N', '--id-stdin	read the ID number from standard input', '--consent-fd	read the member''s consent code from descriptor N (or standard input)', '--consent-stdin	read the member''s consent code from descriptor N (or standard input)', '--face	the member consents by showing their face', '--request-consent	text the member a consent code and end (exit 18)', '--proof	under 16: birth-certificate=FILE or household-register=FILE', '--declaration	the guardian''s declaration: you are the child''s guardian and the proof is true', '--pin-fd	read the PIN from descriptor N', '--pin-stdin	read the PIN from standard input', '--sandbox-auto	SANDBOX: take text codes from the outbox and pass the face check'); args = @('@alias') }
    'yibao family remove' = @{ subs = @(); opts = @('--guardian	end somebody''s right to show your code: the link''s number', '--pin-fd	read the PIN from descriptor N', '--pin-stdin	read the PIN from standard input'); args = @('@alias') }
    'yibao family apply' = @{ subs = @(); opts = @('--prune	end links with members the file does not list', '--request-consents	text every adult a consent code and end (exit 18)', '--declaration	the guardian''s declaration: you are the child''s guardian and the proof is true', '--pin-fd	read the PIN from descriptor N', '--pin-stdin	read the PIN from standard input', '--sandbox-auto	SANDBOX: take text codes from the outbox and pass the face check'); args = @('@file') }
    'yibao family diff' = @{ subs = @(); opts = @('--prune	end links with members the file does not list'); args = @('@file') }
    'yibao family export' = @{ subs = @(); opts = @(); args = @('@file') }
    'yibao mutual-aid' = @{ subs = @('list	who may spend whose personal account', 'add	let a relative spend one''s personal account', 'remove	end a link, as giver or as user'); opts = @(); args = @() }
    'yibao mutual-aid list' = @{ subs = @(); opts = @(); args = @() }
    'yibao mutual-aid add' = @{ subs = @(); opts = @('--relation	what the user is to you', '--name	the user''s name', '--id-fd	read the ID number from descriptor N', '--id-stdin	read the ID number from standard input', '--yearly-limit	most that may be spent in a year, in yuan; none for no limit', '--pin-fd	read the PIN from descriptor N', '--pin-stdin	read the PIN from standard input'); args = @() }
    'yibao mutual-aid remove' = @{ subs = @(); opts = @('--pin-fd	read the PIN from descriptor N', '--pin-stdin	read the PIN from standard input'); args = @('@aid') }
    'yibao pin' = @{ subs = @('set	set the PIN where an activation or a counter reset left none', 'change	change the PIN', 'reset	reset a forgotten or locked PIN, by face or a counter''s code'); opts = @(); args = @() }
    'yibao pin set' = @{ subs = @(); opts = @('--pin-fd	read the PIN from descriptor N', '--pin-stdin	read the PIN from standard input'); args = @() }
    'yibao pin change' = @{ subs = @(); opts = @('--pin-fd	read the PIN from descriptor N', '--pin-stdin	read the PIN from standard input', '--new-pin-fd	read the new PIN from descriptor N', '--new-pin-stdin	read the new PIN from standard input'); args = @() }
    'yibao pin reset' = @{ subs = @(); opts = @('--code-fd	read the counter''s code from descriptor N', '--code-stdin	read the counter''s code from standard input', '--new-pin-fd	read the new PIN from descriptor N', '--new-pin-stdin	read the new PIN from standard input', '--sandbox-auto	SANDBOX: take text codes from the outbox and pass the face check', '--counter	reset with a counter''s code, asked for at the prompt'); args = @() }
    'yibao voucher' = @{ subs = @('show	show the voucher', 'refresh	a new handle; old codes die', 'update	re-issue after a change of personal data', 'freeze	stop one''s vouchers on all devices', 'unfreeze	resume them'); opts = @(); args = @() }
    'yibao voucher show' = @{ subs = @(); opts = @(); args = @('@member') }
    'yibao voucher refresh' = @{ subs = @(); opts = @('--pin-fd	read the PIN from descriptor N', '--pin-stdin	read the PIN from standard input'); args = @('@member') }
    'yibao voucher update' = @{ subs = @(); opts = @('--pin-fd	read the PIN from descriptor N', '--pin-stdin	read the PIN from standard input'); args = @('@member') }
    'yibao voucher freeze' = @{ subs = @(); opts = @(); args = @() }
    'yibao voucher unfreeze' = @{ subs = @(); opts = @('--pin-fd	read the PIN from descriptor N', '--pin-stdin	read the PIN from standard input'); args = @() }
    'yibao card' = @{ subs = @('show	the card''s state', 'report-lost	report the card lost (the voucher keeps working)', 'reissue	replace a lost card'); opts = @(); args = @() }
    'yibao card show' = @{ subs = @(); opts = @(); args = @('@member') }
    'yibao card report-lost' = @{ subs = @(); opts = @(); args = @('@member') }
    'yibao card reissue' = @{ subs = @(); opts = @(); args = @('@member') }
    'yibao device' = @{ subs = @('list	list devices', 'revoke	shut out a lost device'); opts = @(); args = @() }
    'yibao device list' = @{ subs = @(); opts = @(); args = @() }
    'yibao device revoke' = @{ subs = @(); opts = @('--pin-fd	read the PIN from descriptor N', '--pin-stdin	read the PIN from standard input'); args = @('@device') }
    'yibao audit' = @{ subs = @('show	show the acts', 'verify	check that the chain is whole'); opts = @(); args = @() }
    'yibao audit show' = @{ subs = @(); opts = @('--limit	at most so many'); args = @() }
    'yibao audit verify' = @{ subs = @(); opts = @(); args = @() }
    'yibao profile' = @{ subs = @('list	list wallets', 'use	choose the wallet in use', 'add	add a wallet', 'remove	remove a wallet (one with data is set aside, not deleted)'); opts = @(); args = @() }
    'yibao profile list' = @{ subs = @(); opts = @(); args = @() }
    'yibao profile use' = @{ subs = @(); opts = @(); args = @('@profile') }
    'yibao profile add' = @{ subs = @(); opts = @(); args = @('@profile') }
    'yibao profile remove' = @{ subs = @(); opts = @(); args = @('@profile') }
    'yibao config' = @{ subs = @('get	one setting', 'set	change one setting', 'list	all settings and where they come from', 'path	where the files stand'); opts = @(); args = @() }
    'yibao config get' = @{ subs = @(); opts = @(); args = @('accessible,color,lang,no_input,operator,output,profile,timeout,vault') }
    'yibao config set' = @{ subs = @(); opts = @('--for	for this wallet only'); args = @('accessible,color,lang,no_input,operator,output,profile,timeout,vault', '@text') }
    'yibao config list' = @{ subs = @(); opts = @(); args = @() }
    'yibao config path' = @{ subs = @(); opts = @(); args = @() }
    'yibao platform' = @{ subs = @('show	show the platform and its places'); opts = @(); args = @() }
    'yibao platform show' = @{ subs = @(); opts = @(); args = @() }
    'yibao doctor' = @{ subs = @(); opts = @(); args = @() }
    'yibao schema' = @{ subs = @(); opts = @(); args = @('activation,annual,audit,audit-verify,balance,bill,card,chronic,chronics,claim,claims,clock,commands,config,demo,device,devices,doctor,dry-run,error,family,family-consent,family-export,family-member,family-plan,family-removed,filing,filings,help,import,institution,institutions,mutual-aid,mutual-aids,offer,outbox,paths,payment,payment-request,payments,people,person,pin,places,platform,platform-reset,profile,profiles,qr,qr-file,record,records,records-file,reset-code,reversal,review,reviews,sandbox-code,sandbox-init,schemas,setting,settlement,status,verification,version,voucher,voucher-state') }
    'yibao completion' = @{ subs = @(); opts = @(); args = @('bash,zsh,fish,powershell') }
    'yibao help' = @{ subs = @(); opts = @(); args = @('exit-codes,environment,json,accessibility,regions,vault,sandbox,family,later,activate,demo,status,qr,pay,balance,records,filing,chronic,claim,institution,family,mutual-aid,pin,voucher,card,device,audit,profile,config,platform,doctor,schema,completion,help') }
    'yibao-platform' = @{ subs = @('person	the register of insured people', 'institution	designated hospitals and pharmacies', 'counter	the agency''s counter', 'terminal	a hospital''s or pharmacy''s terminal', 'sandbox	for testers: people, good and bad codes, the clock, a fresh start', 'outbox	the sandbox''s simulated text messages'); opts = @('--version	show the version'); args = @() }
    'yibao-platform person' = @{ subs = @('add	register a person; the sandbox makes an ID number where none is given', 'change	change name, phone, insured place, insurance type or insured state', 'list	list everybody', 'show	show one person', 'import	register people from a CSV file; every row is checked before the first is written'); opts = @(); args = @() }
    'yibao-platform person add' = @{ subs = @(); opts = @('--name	name', '--phone	mobile number', '--region	insured place: a division code, Chinese name or pinyin', '--insutype	insurance type: 310 employee, 390 resident', '--birth-date	date of birth', '--sex	sex', '--id-fd	the ID number (a sandbox takes those from area 99 only), read from a descriptor or standard input', '--id-stdin	the ID number (a sandbox takes those from area 99 only), read from a descriptor or standard input', '--account-fen	balance of the personal account, in fen'); args = @() }
    'yibao-platform person change' = @{ subs = @(); opts = @('--id-fd	name the person by ID number, read from a descriptor or standard input', '--id-stdin	name the person by ID number, read from a descriptor or standard input', '--name	name', '--phone	mobile number', '--region	insured place: a division code, Chinese name or pinyin', '--insutype	insurance type: 310 employee, 390 resident', '--insured	insured, or no longer', '--uninsured	insured, or no longer', '--new-id-fd	read the corrected ID number from descriptor N', '--deceased	record a death: insurance, vouchers and family links end for good'); args = @('@text') }
    'yibao-platform person list' = @{ subs = @(); opts = @('--limit	at most so many'); args = @() }
    'yibao-platform person show' = @{ subs = @(); opts = @('--id-fd	name the person by ID number, read from a descriptor or standard input', '--id-stdin	name the person by ID number, read from a descriptor or standard input'); args = @('@text') }
    'yibao-platform person import' = @{ subs = @(); opts = @(); args = @('@file') }
    'yibao-platform institution' = @{ subs = @('add	add an institution', 'list	list all institutions', 'import	add institutions from a CSV file; every row is checked before the first is written'); opts = @(); args = @() }
    'yibao-platform institution add' = @{ subs = @(); opts = @('--name-zh	Chinese name', '--name-en	English name', '--level	hospital level 1-3; 0 for a pharmacy', '--supports	credentials and services it takes; may be repeated', '--cross-province	linked across provinces'); args = @('@text') }
    'yibao-platform institution list' = @{ subs = @(); opts = @('--limit	at most so many'); args = @() }
    'yibao-platform institution import' = @{ subs = @(); opts = @(); args = @('@file') }
    'yibao-platform counter' = @{ subs = @('review	review filings, recognitions of chronic disease and manual claims', 'recover	record that an advance came back to the fund', 'offer	make an activation offer for somebody at the counter; its code is told by word', 'reset-pin	make a PIN reset code for somebody at the counter'); opts = @(); args = @() }
    'yibao-platform counter review' = @{ subs = @(); opts = @('--approve	approve it', '--refuse	refuse it, and say why', '--all	list those that are over, too', '--limit	at most so many'); args = @('@text') }
    'yibao-platform counter recover' = @{ subs = @(); opts = @('--amount	amount in fen (1050) or yuan (10.50)', '--idempotency-key	idempotency key; a fresh one is made where none is given'); args = @('@text') }
    'yibao-platform counter offer' = @{ subs = @(); opts = @('--id-fd	name the person by ID number, read from a descriptor or standard input', '--id-stdin	name the person by ID number, read from a descriptor or standard input', '--channel	channel of activation', '--png	write a PNG (its name carries the expiry; 0600; never overwrites)', '--svg	write an SVG'); args = @('@text') }
    'yibao-platform counter reset-pin' = @{ subs = @(); opts = @('--id-fd	name the person by ID number, read from a descriptor or standard input', '--id-stdin	name the person by ID number, read from a descriptor or standard input'); args = @('@text') }
    'yibao-platform terminal' = @{ subs = @('verify	check a voucher code; it is used up and an ecToken stands for it', 'settle	settle a bill, by voucher code, ecToken, card or ID card', 'query	look up a settlement; where its outcome is unknown, ask instead of settling again', 'refund	refund a settlement, whole or what --bill names', 'reverse	reverse a settlement whose outcome is not known, by number or key', 'request-payment	send a bill to the person''s wallet, to be confirmed there'); opts = @(); args = @() }
    'yibao-platform terminal verify' = @{ subs = @(); opts = @('--institution	code of the institution', '--terminal	number of the terminal', '--code	write -: the 28 digits are read from standard input', '--code-fd	read the 28 digits from descriptor N', '--image	read the QR code in a picture (needs yibao[scan])', '--scene	scene: 01101 registration, 01103 admission, 01301 settlement, 01302 dispensing, 02121 pharmacy', '--idempotency-key	idempotency key; a fresh one is made where none is given'); args = @() }
    'yibao-platform terminal settle' = @{ subs = @(); opts = @('--institution	code of the institution', '--bill	the bill, a JSON file; - for standard input', '--terminal	number of the terminal', '--code	write -: the 28 digits are read from standard input', '--code-fd	read the 28 digits from descriptor N', '--image	read the QR code in a picture (needs yibao[scan])', '--ec-token	an ecToken from an earlier check', '--credential	physical card or ID card instead of the voucher', '--credential-fd	number of the card or ID card, read from a descriptor or standard input', '--credential-stdin	number of the card or ID card, read from a descriptor or standard input', '--visit	the visit (mdtrt_id): code, card and ID card may be mixed within it', '--agent-fd	the agent''s ID number, from a descriptor or standard input', '--agent-stdin	the agent''s ID number, from a descriptor or standard input', '--idempotency-key	idempotency key; a fresh one is made where none is given', '--preview	only work it out; nothing is settled', '--explain	explain the arithmetic line by line'); args = @() }
    'yibao-platform terminal query' = @{ subs = @(); opts = @('--institution	code of the institution', '--terminal	number of the terminal', '--bill-id	number of a bill sent to a wallet', '--idempotency-key	idempotency key; a fresh one is made where none is given', '--explain	explain the arithmetic line by line'); args = @('@text') }
    'yibao-platform terminal refund' = @{ subs = @(); opts = @('--institution	code of the institution', '--bill	bill of what is returned; without it all is refunded', '--terminal	number of the terminal', '--idempotency-key	idempotency key; a fresh one is made where none is given', '--explain	explain the arithmetic line by line'); args = @('@text') }
    'yibao-platform terminal reverse' = @{ subs = @(); opts = @('--institution	code of the institution', '--terminal	number of the terminal', '--idempotency-key	idempotency key of the settlement request to reverse'); args = @('@text') }
    'yibao-platform terminal request-payment' = @{ subs = @(); opts = @('--institution	code of the institution', '--bill	the bill, a JSON file; - for standard input', '--terminal	number of the terminal', '--code	write -: the 28 digits are read from standard input', '--code-fd	read the 28 digits from descriptor N', '--image	read the QR code in a picture (needs yibao[scan])', '--ec-token	an ecToken from an earlier check', '--credential	physical card or ID card instead of the voucher', '--credential-fd	number of the card or ID card, read from a descriptor or standard input', '--credential-stdin	number of the card or ID card, read from a descriptor or standard input', '--scene	scene: 01101 registration, 01103 admission, 01301 settlement, 01302 dispensing, 02121 pharmacy', '--expires	how long it may be confirmed, e.g. 30m, 2h, 3d', '--withdraw	take an open bill back', '--idempotency-key	idempotency key; a fresh one is made where none is given'); args = @() }
    'yibao-platform sandbox' = @{ subs = @('init	make the sandbox platform and, on request, more invented people; repeating it adds nobody twice', 'code	make a good or bad code, and say what a terminal must answer', 'reset	delete the sandbox platform, its key and its offset of time. Wallets stay, but must be activated anew (SIGN_IN_NEEDED)', 'clock	the clock of the platform, and of the wallet with it'); opts = @(); args = @() }
    'yibao-platform sandbox init' = @{ subs = @(); opts = @('--people	how many more invented people', '--seed	seed the people are made from'); args = @() }
    'yibao-platform sandbox code' = @{ subs = @(); opts = @('--case	what is wrong with the code, if anything', '--id-fd	name the person by ID number, read from a descriptor or standard input', '--id-stdin	name the person by ID number, read from a descriptor or standard input'); args = @('@text') }
    'yibao-platform sandbox reset' = @{ subs = @(); opts = @(); args = @() }
    'yibao-platform sandbox clock' = @{ subs = @('show	show the clock', 'advance	move the clock on; back again with: advance -- -1h', 'reset	back to the machine''s time'); opts = @(); args = @() }
    'yibao-platform sandbox clock show' = @{ subs = @(); opts = @(); args = @() }
    'yibao-platform sandbox clock advance' = @{ subs = @(); opts = @(); args = @('@text') }
    'yibao-platform sandbox clock reset' = @{ subs = @(); opts = @(); args = @() }
    'yibao-platform outbox' = @{ subs = @(); opts = @('--limit	at most so many'); args = @() }
}
$script:YibaoValues = @{
    'yibao family add --relation' = 'spouse parent child sibling grandparent grandchild other'
    'yibao mutual-aid add --relation' = 'spouse parent child sibling grandparent grandchild'
    '-o' = 'human plain json'
    '--output' = 'human plain json'
    '--color' = 'auto always never'
    '--profile' = '@profile'
    '--lang' = 'zh-CN zh-TW en'
    '--timeout' = '@text'
    '--vault' = 'keyring passphrase sandbox'
    '--passphrase-fd' = '@text'
    '--platform-passphrase-fd' = '@text'
    '--region' = '@place'
    '--name' = '@text'
    '--phone' = '@text'
    '--id-fd' = '@text'
    '--text-code-fd' = '@text'
    '--pin-fd' = '@text'
    '--channel' = 'app wechat alipay bank city counter'
    '--offer' = '@text'
    '--tx-code-fd' = '@text'
    '--device-name' = '@text'
    '--png' = '@file'
    '--svg' = '@file'
    '--limit' = '@text'
    '--member' = '@member'
    '--year' = '@text'
    '--kind' = 'settlement contribution claim mutual-aid'
    '--after' = '@text'
    '--csv' = '@file'
    '--to' = '@place'
    '--category' = 'retiree resident worker referral other'
    '--start' = '@text'
    '--end' = '@text'
    '--paper' = '@paper'
    '--contact-phone' = '@text'
    '--disease' = 'M03900 M01600 M00500 M07800 M08300'
    '--bill' = '@file'
    '--cause' = 'system_fault not_networked unfiled late_filing emergency card_lost abroad work_injury third_party'
    '--institution' = '@text'
    '--place' = '@place'
    '--invoice' = '@text'
    '--date' = '@text'
    '--via' = 'employer office'
    '--supports' = 'voucher card outpatient inpatient chronic pharmacy'
    '--level' = '@text'
    '--guardian' = '@text'
    '--consent-fd' = '@text'
    '--proof' = '@paper'
    '--yearly-limit' = '@text'
    '--new-pin-fd' = '@text'
    '--code-fd' = '@text'
    '--for' = '@profile'
    '--insutype' = '310 390'
    '--birth-date' = '@text'
    '--sex' = 'male female'
    '--account-fen' = '@text'
    '--new-id-fd' = '@text'
    '--name-zh' = '@text'
    '--name-en' = '@text'
    '--refuse' = '@text'
    '--amount' = '@text'
    '--idempotency-key' = '@text'
    '--terminal' = '@text'
    '--code' = '@standard-input'
    '--image' = '@file'
    '--scene' = '01101 01103 01301 01302 02121'
    '--ec-token' = '@text'
    '--credential' = 'card id-card'
    '--credential-fd' = '@text'
    '--visit' = '@text'
    '--agent-fd' = '@text'
    '--bill-id' = '@text'
    '--expires' = '@text'
    '--withdraw' = '@text'
    '--people' = '@text'
    '--seed' = '@text'
    '--case' = 'valid expired used altered frozen foreign'
}
$script:YibaoPlaces = @(
    'aba	513200'
    'akesu	652900'
    'alaer	659002'
    'alashan	152900'
    'aletai	654300'
    'ali	542500'
    'anhui	340000'
    'anhuisuzhou	341300'
    'ankang	610900'
    'anqing	340800'
    'anshan	210300'
    'anshun	520400'
    'anyang	410500'
    'baicheng	220800'
    'baise	451000'
    'baisha	469025'
    'baishan	220600'
    'baiyang	659012'
    'baiyin	620400'
    'baoding	130600'
    'baoji	610300'
    'baoshanshi	530500'
    'baoting	469029'
    'baotou	150200'
    'bayannaoer	150800'
    'bayinguoleng	652800'
    'bazhong	511900'
    'beihai	450500'
    'beijing	110000'
    'beitun	659005'
    'bengbu	340300'
    'benxi	210500'
    'bijie	520500'
    'binzhou	371600'
    'boertala	652700'
    'bozhou	341600'
    'cangzhou	130900'
    'changchun	220100'
    'changde	430700'
    'changdu	540300'
    'changji	652300'
    'changjiang	469026'
    'changsha	430100'
    'changzhi	140400'
    'changzhou	320400'
    'chaoyangshi	211300'
    'chaozhou	445100'
    'chengde	130800'
    'chengdu	510100'
    'chengmai	469023'
    'chenzhou	431000'
    'chifeng	150400'
    'chizhou	341700'
    'chongqing	500000'
    'chongzuo	451400'
    'chuxiong	532300'
    'chuzhou	341100'
    'dali	532900'
    'dalian	210200'
    'dandong	210600'
    'danzhou	460400'
    'daqing	230600'
    'datong	140200'
    'daxinganling	232700'
    'dazhou	511700'
    'dehong	533100'
    'deyang	510600'
    'dezhou	371400'
    'dingan	469021'
    'dingxi	621100'
    'diqing	533400'
    'dongfang	469007'
    'dongguan	441900'
    'dongying	370500'
    'eerduosi	150600'
    'enshi	422800'
    'ezhou	420700'
    'fangchenggang	450600'
    'foshan	440600'
    'fujian	350000'
    'fujianfuzhou	350100'
    'fushun	210400'
    'fuxin	210900'
    'fuyang	341200'
    'gannan	623000'
    'gansu	620000'
    'ganzhou	360700'
    'ganzi	513300'
    'guangan	511600'
    'guangdong	440000'
    'guangxi	450000'
    'guangxiyulin	450900'
    'guangyuan	510800'
    'guangzhou	440100'
    'guigang	450800'
    'guilin	450300'
    'guiyang	520100'
    'guizhou	520000'
    'guoluo	632600'
    'guyuan	640400'
    'haerbin	230100'
    'haibei	632200'
    'haidong	630200'
    'haikou	460100'
    'hainan	460000'
    'haixi	632800'
    'hami	650500'
    'handan	130400'
    'hangzhou	330100'
    'hanzhong	610700'
    'hebei	130000'
    'hebi	410600'
    'hechi	451200'
    'hefei	340100'
    'hegang	230400'
    'heihe	231100'
    'heilongjiang	230000'
    'heilongjiangyichun	230700'
    'henan	410000'
    'hengshui	131100'
    'hengyang	430400'
    'hetian	653200'
    'heyuan	441600'
    'heze	371700'
    'hezhou	451100'
    'honghe	532500'
    'huaian	320800'
    'huaibei	340600'
    'huaihua	431200'
    'huainan	340400'
    'huanggang	421100'
    'huangnan	632300'
    'huangshan	341000'
    'huangshi	420200'
    'hubei	420000'
    'huhehaote	150100'
    'huizhou	441300'
    'huludao	211400'
    'hulunbeier	150700'
    'hunan	430000'
    'huyanghe	659010'
    'huzhou	330500'
    'jiamusi	230800'
    'jian	360800'
    'jiangmen	440700'
    'jiangsu	320000'
    'jiangsusuzhou	320500'
    'jiangsutaizhou	321200'
    'jiangxi	360000'
    'jiangxifuzhou	361000'
    'jiangxiyichun	360900'
    'jiaozuo	410800'
    'jiaxing	330400'
    'jiayuguan	620200'
    'jieyang	445200'
    'jilinsheng	220000'
    'jilinshi	220200'
    'jinan	370100'
    'jinchang	620300'
    'jincheng	140500'
    'jingdezhen	360200'
    'jingmen	420800'
    'jingzhou	421000'
    'jinhua	330700'
    'jining	370800'
    'jinzhong	140700'
    'jinzhou	210700'
    'jiujiang	360400'
    'jiuquan	620900'
    'jixi	230300'
    'jiyuan	419001'
    'kaifeng	410200'
    'kashi	653100'
    'kekedala	659008'
    'kelamayi	650200'
    'kezilesu	653000'
    'kunming	530100'
    'kunyu	659009'
    'laibin	451300'
    'langfang	131000'
    'lanzhou	620100'
    'lasa	540100'
    'ledong	469027'
    'leshan	511100'
    'liangshan	513400'
    'lianyungang	320700'
    'liaocheng	371500'
    'liaoning	210000'
    'liaoyang	211000'
    'liaoyuan	220400'
    'lijiang	530700'
    'lincang	530900'
    'linfen	141000'
    'lingao	469024'
    'lingshui	469028'
    'linxia	622900'
    'linyi	371300'
    'linzhi	540400'
    'lishui	331100'
    'liupanshui	520200'
    'liuzhou	450200'
    'longnan	621200'
    'longyan	350800'
    'loudi	431300'
    'luan	341500'
    'luohe	411100'
    'luoyang	410300'
    'luzhou	510500'
    'lvliang	141100'
    'maanshan	340500'
    'maoming	440900'
    'meishan	511400'
    'meizhou	441400'
    'mianyang	510700'
    'mudanjiang	231000'
    'nanchang	360100'
    'nanchong	511300'
    'nanjing	320100'
    'nanning	450100'
    'nanping	350700'
    'nantong	320600'
    'nanyang	411300'
    'naqu	540600'
    'neijiang	511000'
    'neimenggu	150000'
    'ningbo	330200'
    'ningde	350900'
    'ningxia	640000'
    'nujiang	533300'
    'panjin	211100'
    'panzhihua	510400'
    'pingdingshan	410400'
    'pingliang	620800'
    'pingxiang	360300'
    'puer	530800'
    'putian	350300'
    'puyang	410900'
    'qiandongnan	522600'
    'qianjiangshi	429005'
    'qiannan	522700'
    'qianxinan	522300'
    'qingdao	370200'
    'qinghai	630000'
    'qinghaihainan	632500'
    'qingyang	621000'
    'qingyuan	441800'
    'qinhuangdao	130300'
    'qinzhou	450700'
    'qionghai	469002'
    'qiongzhong	469030'
    'qiqihaer	230200'
    'qitaihe	230900'
    'quanzhou	350500'
    'qujing	530300'
    'quzhou	330800'
    'rikaze	540200'
    'rizhao	371100'
    'sanmenxia	411200'
    'sanming	350400'
    'sansha	460300'
    'sanya	460200'
    'shaanxi	610000'
    'shandong	370000'
    'shanghai	310000'
    'shangluo	611000'
    'shangqiu	411400'
    'shangrao	361100'
    'shannan	540500'
    'shantou	440500'
    'shanwei	441500'
    'shanxiyulin	610800'
    'shaoguan	440200'
    'shaoxing	330600'
    'shaoyang	430500'
    'shennongjia	429021'
    'shenyang	210100'
    'shenzhen	440300'
    'shihezi	659001'
    'shijiazhuang	130100'
    'shiyan	420300'
    'shizuishan	640200'
    'shuanghe	659007'
    'shuangyashan	230500'
    'shuozhou	140600'
    'sichuan	510000'
    'siping	220300'
    'songyuan	220700'
    'suihua	231200'
    'suining	510900'
    'suizhou	421300'
    'suqian	321300'
    'tacheng	654200'
    'taian	370900'
    'taiyuan	140100'
    'tangshan	130200'
    'tianjin	120000'
    'tianmen	429006'
    'tianshui	620500'
    'tieling	211200'
    'tiemenguan	659006'
    'tongchuan	610200'
    'tonghua	220500'
    'tongliao	150500'
    'tongling	340700'
    'tongren	520600'
    'tulufan	650400'
    'tumushuke	659003'
    'tunchang	469022'
    'wanning	469006'
    'weifang	370700'
    'weihai	371000'
    'weinan	610500'
    'wenchang	469005'
    'wenshan	532600'
    'wenzhou	330300'
    'wuhai	150300'
    'wuhan	420100'
    'wuhu	340200'
    'wujiaqu	659004'
    'wulanchabu	150900'
    'wulumuqi	650100'
    'wuwei	620600'
    'wuxishi	320200'
    'wuzhishan	469001'
    'wuzhong	640300'
    'wuzhou	450400'
    'xiamen	350200'
    'xian	610100'
    'xiangtan	430300'
    'xiangxi	433100'
    'xiangyang	420600'
    'xianning	421200'
    'xiantao	429004'
    'xianyang	610400'
    'xiaogan	420900'
    'xilinguole	152500'
    'xingan	152200'
    'xingtai	130500'
    'xining	630100'
    'xinjiang	650000'
    'xinjiangshengchanjianshebingtuan	660000'
    'xinxiang	410700'
    'xinxing	659011'
    'xinyang	411500'
    'xinyu	360500'
    'xinzhou	140900'
    'xishuangbanna	532800'
    'xizang	540000'
    'xuancheng	341800'
    'xuchang	411000'
    'xuzhou	320300'
    'yaan	511800'
    'yanan	610600'
    'yanbian	222400'
    'yancheng	320900'
    'yangjiang	441700'
    'yangquan	140300'
    'yangzhou	321000'
    'yantai	370600'
    'yibin	511500'
    'yichang	420500'
    'yili	654000'
    'yinchuan	640100'
    'yingkou	210800'
    'yingtan	360600'
    'yiyang	430900'
    'yongzhou	431100'
    'yueyang	430600'
    'yuncheng	140800'
    'yunfu	445300'
    'yunnan	530000'
    'yushu	632700'
    'yuxi	530400'
    'zaozhuang	370400'
    'zhangjiajie	430800'
    'zhangjiakou	130700'
    'zhangye	620700'
    'zhangzhou	350600'
    'zhanjiang	440800'
    'zhaoqing	441200'
    'zhaotong	530600'
    'zhejiang	330000'
    'zhejiangtaizhou	331000'
    'zhengzhou	410100'
    'zhenjiang	321100'
    'zhongshan	442000'
    'zhongwei	640500'
    'zhoukou	411600'
    'zhoushan	330900'
    'zhuhai	440400'
    'zhumadian	411700'
    'zhuzhou	430200'
    'zibo	370300'
    'zigong	510300'
    'ziyang	512000'
    'zunyi	520300'
    '110000	Beijing'
    '120000	Tianjin'
    '130000	Hebei'
    '130100	Shijiazhuang'
    '130200	Tangshan'
    '130300	Qinhuangdao'
    '130400	Handan'
    '130500	Xingtai'
    '130600	Baoding'
    '130700	Zhangjiakou'
    '130800	Chengde'
    '130900	Cangzhou'
    '131000	Langfang'
    '131100	Hengshui'
    '140000	Shanxi'
    '140100	Taiyuan'
    '140200	Datong'
    '140300	Yangquan'
    '140400	Changzhi'
    '140500	Jincheng'
    '140600	Shuozhou'
    '140700	Jinzhong'
    '140800	Yuncheng'
    '140900	Xinzhou'
    '141000	Linfen'
    '141100	Lüliang'
    '150000	Inner Mongolia'
    '150100	Hohhot'
    '150200	Baotou'
    '150300	Wuhai'
    '150400	Chifeng'
    '150500	Tongliao'
    '150600	E''erduosi'
    '150700	Hulunbei''er'
    '150800	Bayannao''er'
    '150900	Wulanchabu'
    '152200	Xing''an'
    '152500	Xilinguole'
    '152900	Alashan'
    '210000	Liaoning'
    '210100	Shenyang'
    '210200	Dalian'
    '210300	Anshan'
    '210400	Fushun'
    '210500	Benxi'
    '210600	Dandong'
    '210700	Jinzhou'
    '210800	Yingkou'
    '210900	Fuxin'
    '211000	Liaoyang'
    '211100	Panjin'
    '211200	Tieling'
    '211300	Chaoyang'
    '211400	Huludao'
    '220000	Jilin'
    '220100	Changchun'
    '220200	Jilin'
    '220300	Siping'
    '220400	Liaoyuan'
    '220500	Tonghua'
    '220600	Baishan'
    '220700	Songyuan'
    '220800	Baicheng'
    '222400	Yanbian'
    '230000	Heilongjiang'
    '230100	Harbin'
    '230200	Qiqiha''er'
    '230300	Jixi'
    '230400	Hegang'
    '230500	Shuangyashan'
    '230600	Daqing'
    '230700	Yichun'
    '230800	Jiamusi'
    '230900	Qitaihe'
    '231000	Mudanjiang'
    '231100	Heihe'
    '231200	Suihua'
    '232700	Daxing''anling'
    '310000	Shanghai'
    '320000	Jiangsu'
    '320100	Nanjing'
    '320200	Wuxi'
    '320300	Xuzhou'
    '320400	Changzhou'
    '320500	Suzhou'
    '320600	Nantong'
    '320700	Lianyungang'
    '320800	Huai''an'
    '320900	Yancheng'
    '321000	Yangzhou'
    '321100	Zhenjiang'
    '321200	Taizhou'
    '321300	Suqian'
    '330000	Zhejiang'
    '330100	Hangzhou'
    '330200	Ningbo'
    '330300	Wenzhou'
    '330400	Jiaxing'
    '330500	Huzhou'
    '330600	Shaoxing'
    '330700	Jinhua'
    '330800	Quzhou'
    '330900	Zhoushan'
    '331000	Taizhou'
    '331100	Lishui'
    '340000	Anhui'
    '340100	Hefei'
    '340200	Wuhu'
    '340300	Bengbu'
    '340400	Huainan'
    '340500	Ma''anshan'
    '340600	Huaibei'
    '340700	Tongling'
    '340800	Anqing'
    '341000	Huangshan'
    '341100	Chuzhou'
    '341200	Fuyang'
    '341300	Suzhou'
    '341500	Lu''an'
    '341600	Bozhou'
    '341700	Chizhou'
    '341800	Xuancheng'
    '350000	Fujian'
    '350100	Fuzhou'
    '350200	Xiamen'
    '350300	Putian'
    '350400	Sanming'
    '350500	Quanzhou'
    '350600	Zhangzhou'
    '350700	Nanping'
    '350800	Longyan'
    '350900	Ningde'
    '360000	Jiangxi'
    '360100	Nanchang'
    '360200	Jingdezhen'
    '360300	Pingxiang'
    '360400	Jiujiang'
    '360500	Xinyu'
    '360600	Yingtan'
    '360700	Ganzhou'
    '360800	Ji''an'
    '360900	Yichun'
    '361000	Fuzhou'
    '361100	Shangrao'
    '370000	Shandong'
    '370100	Jinan'
    '370200	Qingdao'
    '370300	Zibo'
    '370400	Zaozhuang'
    '370500	Dongying'
    '370600	Yantai'
    '370700	Weifang'
    '370800	Jining'
    '370900	Tai''an'
    '371000	Weihai'
    '371100	Rizhao'
    '371300	Linyi'
    '371400	Dezhou'
    '371500	Liaocheng'
    '371600	Binzhou'
    '371700	Heze'
    '410000	Henan'
    '410100	Zhengzhou'
    '410200	Kaifeng'
    '410300	Luoyang'
    '410400	Pingdingshan'
    '410500	Anyang'
    '410600	Hebi'
    '410700	Xinxiang'
    '410800	Jiaozuo'
    '410900	Puyang'
    '411000	Xuchang'
    '411100	Luohe'
    '411200	Sanmenxia'
    '411300	Nanyang'
    '411400	Shangqiu'
    '411500	Xinyang'
    '411600	Zhoukou'
    '411700	Zhumadian'
    '419001	Jiyuan'
    '420000	Hubei'
    '420100	Wuhan'
    '420200	Huangshi'
    '420300	Shiyan'
    '420500	Yichang'
    '420600	Xiangyang'
    '420700	Ezhou'
    '420800	Jingmen'
    '420900	Xiaogan'
    '421000	Jingzhou'
    '421100	Huanggang'
    '421200	Xianning'
    '421300	Suizhou'
    '422800	Enshi'
    '429004	Xiantao'
    '429005	Qianjiang'
    '429006	Tianmen'
    '429021	Shennongjia'
    '430000	Hunan'
    '430100	Changsha'
    '430200	Zhuzhou'
    '430300	Xiangtan'
    '430400	Hengyang'
    '430500	Shaoyang'
    '430600	Yueyang'
    '430700	Changde'
    '430800	Zhangjiajie'
    '430900	Yiyang'
    '431000	Chenzhou'
    '431100	Yongzhou'
    '431200	Huaihua'
    '431300	Loudi'
    '433100	Xiangxi'
    '440000	Guangdong'
    '440100	Guangzhou'
    '440200	Shaoguan'
    '440300	Shenzhen'
    '440400	Zhuhai'
    '440500	Shantou'
    '440600	Foshan'
    '440700	Jiangmen'
    '440800	Zhanjiang'
    '440900	Maoming'
    '441200	Zhaoqing'
    '441300	Huizhou'
    '441400	Meizhou'
    '441500	Shanwei'
    '441600	Heyuan'
    '441700	Yangjiang'
    '441800	Qingyuan'
    '441900	Dongguan'
    '442000	Zhongshan'
    '445100	Chaozhou'
    '445200	Jieyang'
    '445300	Yunfu'
    '450000	Guangxi'
    '450100	Nanning'
    '450200	Liuzhou'
    '450300	Guilin'
    '450400	Wuzhou'
    '450500	Beihai'
    '450600	Fangchenggang'
    '450700	Qinzhou'
    '450800	Guigang'
    '450900	Yulin'
    '451000	Baise'
    '451100	Hezhou'
    '451200	Hechi'
    '451300	Laibin'
    '451400	Chongzuo'
    '460000	Hainan'
    '460100	Haikou'
    '460200	Sanya'
    '460300	Sansha'
    '460400	Danzhou'
    '469001	Wuzhishan'
    '469002	Qionghai'
    '469005	Wenchang'
    '469006	Wanning'
    '469007	Dongfang'
    '469021	Ding''an'
    '469022	Tunchang'
    '469023	Chengmai'
    '469024	Lingao'
    '469025	Baisha'
    '469026	Changjiang'
    '469027	Ledong'
    '469028	Lingshui'
    '469029	Baoting'
    '469030	Qiongzhong'
    '500000	Chongqing'
    '510000	Sichuan'
    '510100	Chengdu'
    '510300	Zigong'
    '510400	Panzhihua'
    '510500	Luzhou'
    '510600	Deyang'
    '510700	Mianyang'
    '510800	Guangyuan'
    '510900	Suining'
    '511000	Neijiang'
    '511100	Leshan'
    '511300	Nanchong'
    '511400	Meishan'
    '511500	Yibin'
    '511600	Guang''an'
    '511700	Dazhou'
    '511800	Ya''an'
    '511900	Bazhong'
    '512000	Ziyang'
    '513200	Aba'
    '513300	Ganzi'
    '513400	Liangshan'
    '520000	Guizhou'
    '520100	Guiyang'
    '520200	Liupanshui'
    '520300	Zunyi'
    '520400	Anshun'
    '520500	Bijie'
    '520600	Tongren'
    '522300	Qianxinan'
    '522600	Qiandongnan'
    '522700	Qiannan'
    '530000	Yunnan'
    '530100	Kunming'
    '530300	Qujing'
    '530400	Yuxi'
    '530500	Baoshan'
    '530600	Zhaotong'
    '530700	Lijiang'
    '530800	Pu''er'
    '530900	Lincang'
    '532300	Chuxiong'
    '532500	Honghe'
    '532600	Wenshan'
    '532800	Xishuangbanna'
    '532900	Dali'
    '533100	Dehong'
    '533300	Nujiang'
    '533400	Diqing'
    '540000	Tibet'
    '540100	Lhasa'
    '540200	Rikaze'
    '540300	Changdu'
    '540400	Linzhi'
    '540500	Shannan'
    '540600	Naqu'
    '542500	Ali'
    '610000	Shaanxi'
    '610100	Xi''an'
    '610200	Tongchuan'
    '610300	Baoji'
    '610400	Xianyang'
    '610500	Weinan'
    '610600	Yan''an'
    '610700	Hanzhong'
    '610800	Yulin'
    '610900	Ankang'
    '611000	Shangluo'
    '620000	Gansu'
    '620100	Lanzhou'
    '620200	Jiayuguan'
    '620300	Jinchang'
    '620400	Baiyin'
    '620500	Tianshui'
    '620600	Wuwei'
    '620700	Zhangye'
    '620800	Pingliang'
    '620900	Jiuquan'
    '621000	Qingyang'
    '621100	Dingxi'
    '621200	Longnan'
    '622900	Linxia'
    '623000	Gannan'
    '630000	Qinghai'
    '630100	Xining'
    '630200	Haidong'
    '632200	Haibei'
    '632300	Huangnan'
    '632500	Hainan'
    '632600	Guoluo'
    '632700	Yushu'
    '632800	Haixi'
    '640000	Ningxia'
    '640100	Yinchuan'
    '640200	Shizuishan'
    '640300	Wuzhong'
    '640400	Guyuan'
    '640500	Zhongwei'
    '650000	Xinjiang'
    '650100	Urumqi'
    '650200	Kelamayi'
    '650400	Tulufan'
    '650500	Hami'
    '652300	Changji'
    '652700	Bo''ertala'
    '652800	Bayinguoleng'
    '652900	Akesu'
    '653000	Kezilesu'
    '653100	Kashgar'
    '653200	Hetian'
    '654000	Yili'
    '654200	Tacheng'
    '654300	Aletai'
    '659001	Shihezi'
    '659002	Ala''er'
    '659003	Tumushuke'
    '659004	Wujiaqu'
    '659005	Beitun'
    '659006	Tiemenguan'
    '659007	Shuanghe'
    '659008	Kekedala'
    '659009	Kunyu'
    '659010	Huyanghe'
    '659011	Xinxing'
    '659012	Baiyang'
    '660000	Xinjiang Corps'
)
$script:YibaoCommon = @(
'-o	form of the output', '--output	form of the output', '--color	colours', '--profile	which wallet', '--lang	language', '--timeout	seconds to wait for the platform, 1-60', '--vault	where keys are kept, at first use', '--passphrase-fd	descriptor to read the wallet''s passphrase from', '--platform-passphrase-fd	descriptor to read the platform''s passphrase from', '--json	answer in JSON (as -o json)', '-q	no notes', '--quiet	no notes', '-v	show more', '--verbose	show more', '--no-input	ask nothing', '-y	answer yes to confirmations', '--yes	answer yes to confirmations', '--dry-run	check only, do nothing', '--debug	show where a defect is (no data)', '--accessible	output for screen readers', '--reveal	show whole names, numbers and one-time codes', '--passphrase-stdin	read the wallet''s passphrase from standard input', '--platform-passphrase-stdin	read the platform''s passphrase from standard input', '-h	show this page and exit', '--help	show this page and exit'
)

function script:Get-YibaoFolder([string]$Kind) {
    if ($env:YIBAO_HOME) {
        if ($Kind -eq 'cache') { return Join-Path $env:YIBAO_HOME 'cache' }
        return $env:YIBAO_HOME
    }
    if ($IsMacOS) {
        if ($Kind -eq 'cache') { return Join-Path $HOME 'Library/Caches/yibao' }
        return Join-Path $HOME 'Library/Application Support/yibao'
    }
    if ($IsLinux) {
        $base = switch ($Kind) {
            'cache' { if ($env:XDG_CACHE_HOME) { $env:XDG_CACHE_HOME } else { Join-Path $HOME '.cache' } }
            'config' { if ($env:XDG_CONFIG_HOME) { $env:XDG_CONFIG_HOME } else { Join-Path $HOME '.config' } }
            'data' { if ($env:XDG_DATA_HOME) { $env:XDG_DATA_HOME } else { Join-Path $HOME '.local/share' } }
        }
        return Join-Path $base 'yibao'
    }
    $base = Join-Path $env:LOCALAPPDATA 'yibao'
    if ($Kind -eq 'cache') { return Join-Path $base 'Cache' }
    return $base
}

function script:Get-YibaoRemembered([string]$Wanted, [string]$InUse) {
    if (-not $InUse) { $InUse = $env:YIBAO_PROFILE }
    $settings = Join-Path (Get-YibaoFolder 'config') 'config.toml'
    if (-not $InUse -and (Test-Path -LiteralPath $settings)) {
        foreach ($line in [IO.File]::ReadLines($settings)) {
            if ($line.StartsWith('[')) { break }
            if ($line -cmatch '^profile *= *["'']([a-z0-9-]+)["'']') { $InUse = $Matches[1] }
        }
    }
    $file = Join-Path (Get-YibaoFolder 'cache') 'words'
    if ($InUse -and $InUse -cne 'default') { $file = "$file-$InUse" }
    if (-not (Test-Path -LiteralPath $file)) { return }
    foreach ($line in [IO.File]::ReadLines($file)) {
        $kind, $word, $hint = $line.Split("`t")
        if ($kind -ceq $Wanted) { "$word`t$hint" }
    }
}

function script:Get-YibaoProfiles {
    'default'
    $folder = Join-Path (Get-YibaoFolder 'data') 'profiles'
    if (Test-Path -LiteralPath $folder) {
        [IO.Directory]::GetDirectories($folder) | ForEach-Object { [IO.Path]::GetFileName($_) } |
            Where-Object { $_ -cne 'default' -and -not $_.StartsWith('.') }
    }
}

function script:Get-YibaoCandidates([string]$Kind, [string]$Current, [string]$InUse) {
    switch -CaseSensitive -Wildcard ($Kind) {
        '' { return }
        '@text' { return }
        '@place' { return $script:YibaoPlaces | Where-Object { $Current -or $_ -cmatch '^[a-z]' } }
        '@file' { return [Management.Automation.CompletionCompleters]::CompleteFilename($Current) | ForEach-Object { $_.CompletionText } }
        '@standard-input' { return '-' }
        '@member' { return @('self') + @(Get-YibaoRemembered 'member' $InUse) }
        '@alias' { return Get-YibaoRemembered 'member' $InUse }
        '@profile' { return Get-YibaoProfiles }
        '@paper' { return 'household-register=', 'residence-proof=', 'posting-letter=', 'employer-proof=', 'contract=', 'referral-letter=', 'diagnosis-proof=', 'medical-record=', 'test-report=', 'receipt=', 'itemised-list=', 'prescription=', 'discharge-note=', 'emergency-proof=', 'liability-proof=', 'birth-certificate=' }
        '@*' { return Get-YibaoRemembered $Kind.Substring(1) $InUse }
        default { return $Kind.Split(' ') }
    }
}

function script:Get-YibaoValue([string]$At, [string]$Option) {
    if ($script:YibaoValues.ContainsKey("$At $Option")) { return $script:YibaoValues["$At $Option"] }
    return $script:YibaoValues[$Option]
}

Register-ArgumentCompleter -Native -CommandName yibao, yibao-platform -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
    $at = if ([IO.Path]::GetFileNameWithoutExtension($words[0]) -ceq 'yibao-platform') { 'yibao-platform' } else { 'yibao' }
    $opt = ''
    $ended = $false
    $inUse = ''
    $n = 0
    foreach ($word in @($words | Select-Object -Skip 1)) {
        if ($opt) {
            if ($opt -ceq '--profile') { $inUse = $word }
            $opt = ''
        } elseif (-not $ended -and $word -ceq '--') {
            $ended = $true
        } elseif (-not $ended -and $word -clike '--*=*') {
            if ($word -clike '--profile=*') { $inUse = $word.Substring(10) }
        } elseif (-not $ended -and $word -clike '-?*') {
            if (Get-YibaoValue $at $word) { $opt = $word }
        } elseif ($n -eq 0 -and ($script:YibaoTree[$at].subs | Where-Object { $_.StartsWith("$word`t") })) {
            $at = "$at $word"
        } else {
            $n++
        }
    }
    $node = $script:YibaoTree[$at]
    $prefix = ''
    $current = $wordToComplete
    if ($opt) {
        $found = Get-YibaoCandidates (Get-YibaoValue $at $opt) $current $inUse
    } elseif (-not $ended -and $current -clike '--*=*') {
        $prefix, $current = $current.Split('=', 2)
        $found = Get-YibaoCandidates (Get-YibaoValue $at $prefix) $current $inUse
        $prefix = "$prefix="
    } elseif (-not $ended -and $current -clike '-*') {
        $found = @($node.opts) + $script:YibaoCommon
    } else {
        $found = @()
        if ($n -eq 0) { $found += $node.subs }
        if ($n -lt $node.args.Count) { $found += @(Get-YibaoCandidates $node.args[$n].Replace(',', ' ') $current $inUse) }
    }
    foreach ($one in $found) {
        $name, $words = "$one".Split("`t", 2)
        if ($name -and $name.StartsWith($current, [StringComparison]::Ordinal)) {
            $meaning = if ($words) { "$words" } else { $name }
            [Management.Automation.CompletionResult]::new("$prefix$name", $name, 'ParameterValue', $meaning)
        }
    }
}
