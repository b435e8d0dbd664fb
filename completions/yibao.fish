# fish completion of yibao(1) and yibao-platform(1). Made by `yibao completion fish`: not to be edited by hand.
# Nothing here starts a program: commands, options and places stand below, what the wallet knows of by name it keeps in
# the file `words` of its cache folder.

function __yibao_tree -S -a at # sets subs, opts, args: a function a command, for a long switch costs milliseconds
    set subs
    set opts
    set args
    set -l name __yibao_at_(string replace -ra '[^a-z]' _ -- $at)
    $name
end

function __yibao_at_yibao -S
    set subs 'activate	activate the voucher' 'demo	the whole story in a minute, in a throw-away home' 'status	where the wallet stands, and what to do next' 'qr	show the code' 'pay	bills that an institution sent (online payment, kiosk)' 'balance	personal account and pooled fund' 'records	settlements and contributions' 'filing	file treatment in another province' 'chronic	recognition of chronic disease' 'claim	manual reimbursement of a bill paid in full' 'institution	designated hospitals and pharmacies' 'family	family account: show a relative\'s code, and who may show one\'s own' 'mutual-aid	mutual aid (家庭共济): one\'s personal account for relatives' 'pin	the PIN: set, change, reset' 'voucher	the voucher: show, renew, stop' 'card	the physical card: show, report lost, reissue' 'device	enrolled devices: list, revoke' 'audit	the record of acts: show, verify' 'profile	several wallets: list, use, add, remove' 'config	settings' 'platform	the platform behind the wallet' 'doctor	look at all the wallet stands on; every finding with its fix' 'schema	JSON Schemas of the output' 'completion	print a shell\'s completion file' 'help	help on commands and topics'
    set opts '--version	show the version'
end
function __yibao_at_yibao_activate -S
    set opts '--region	insured place: a division code, Chinese name or pinyin (110000, beijing)' '--name	name' '--phone	mobile number' '--id-fd	read the ID number from descriptor N' '--id-stdin	read the ID number from standard input' '--text-code-fd	read the text code from a descriptor or standard input' '--text-code-stdin	read the text code from a descriptor or standard input' '--pin-fd	read the PIN from descriptor N' '--pin-stdin	read the PIN from standard input' '--channel	channel of activation' '--offer	a counter\'s activation offer' '--tx-code-fd	read the code told at the counter from a descriptor or standard input' '--tx-code-stdin	read the code told at the counter from a descriptor or standard input' '--device-name	a name for this device' '--accept-agreement	the agreement has been read and is accepted' '--sandbox-auto	SANDBOX: take text codes from the outbox and pass the face check' '--replace	set the old wallet aside and enrol as a new device'
end
function __yibao_at_yibao_demo -S
end
function __yibao_at_yibao_status -S
    set opts '--send	first send the requests without a known outcome'
end
function __yibao_at_yibao_qr -S
    set opts '--png	write a PNG (its name carries the expiry; 0600; never overwrites)' '--svg	write an SVG' '--digits	print the 28 digits only' '--barcode	draw a bar code (Code 128; with --png or --svg)' '--pin-fd	read the PIN from descriptor N' '--pin-stdin	read the PIN from standard input'
    set args '@member'
end
function __yibao_at_yibao_pay -S
    set subs 'list	list the bills, open and paid' 'confirm	confirm and pay a bill (needs the PIN)'
end
function __yibao_at_yibao_pay_list -S
    set opts '--limit	at most so many'
    set args '@member'
end
function __yibao_at_yibao_pay_confirm -S
    set opts '--member	a member\'s alias; self is oneself' '--pin-fd	read the PIN from descriptor N' '--pin-stdin	read the PIN from standard input' '--explain	explain the arithmetic line by line'
    set args '@bill'
end
function __yibao_at_yibao_balance -S
    set args '@member'
end
function __yibao_at_yibao_records -S
    set subs 'list	list records, newest first' 'show	show one record'
    set opts '--year	only this year' '--kind	kind of record' '--limit	at most so many' '--after	go on after this place, which the page before ended with' '--all	all of them, page after page' '--totals	add them up by payer (plain: the sums alone)' '--csv	write a CSV file (- for standard output); all records, unless --limit' '--annual	what the year cost, by month' '--chart	the year\'s cost as a bar chart' '--svg	write the year\'s chart as an SVG file (- for standard output)'
    set args '@member'
end
function __yibao_at_yibao_records_list -S
    set opts '--year	only this year' '--kind	kind of record' '--limit	at most so many' '--after	go on after this place, which the page before ended with' '--all	all of them, page after page' '--totals	add them up by payer (plain: the sums alone)' '--csv	write a CSV file (- for standard output); all records, unless --limit' '--annual	what the year cost, by month' '--chart	the year\'s cost as a bar chart' '--svg	write the year\'s chart as an SVG file (- for standard output)'
    set args '@member'
end
function __yibao_at_yibao_records_show -S
    set opts '--member	a member\'s alias; self is oneself' '--explain	explain the arithmetic line by line'
    set args '@record'
end
function __yibao_at_yibao_filing -S
    set subs 'new	file before going; asks step by step on a terminal' 'list	list filings' 'show	one filing, whole' 'change	change place, days, papers or contact' 'cancel	cancel a filing' 'places	the provinces and cities to file to, by code, Chinese name or pinyin'
end
function __yibao_at_yibao_filing_new -S
    set opts '--to	treatment place: code, Chinese name or pinyin, as 310000, 上海, shanghai' '--category	retiree (resettled), resident (long-term), worker (stationed elsewhere), referral, other (temporary)' '--start	first day; in the past for a late filing' '--end	last day, temporary filings only; six months if left out' '--paper	a paper, repeatable: household-register, residence-proof, posting-letter, employer-proof, contract, referral-letter' '--declaration	declare instead of bringing the papers of a long-term filing; no change or cancellation for six months' '--contact-phone	contact; the voucher\'s own number if left out' '--accept-notice	the notice has been read and agreed to'
    set args '@member'
end
function __yibao_at_yibao_filing_list -S
    set args '@member'
end
function __yibao_at_yibao_filing_show -S
    set opts '--member	a member\'s alias; self is oneself'
    set args '@filing'
end
function __yibao_at_yibao_filing_change -S
    set opts '--member	a member\'s alias; self is oneself' '--to	treatment place: code, Chinese name or pinyin, as 310000, 上海, shanghai' '--start	first day; in the past for a late filing' '--end	last day, temporary filings only; six months if left out' '--paper	a paper, repeatable: household-register, residence-proof, posting-letter, employer-proof, contract, referral-letter' '--declaration	declare instead of bringing the papers of a long-term filing; no change or cancellation for six months' '--contact-phone	contact; the voucher\'s own number if left out'
    set args '@filing'
end
function __yibao_at_yibao_filing_cancel -S
    set opts '--member	a member\'s alias; self is oneself' '--paper	a paper, repeatable: household-register, residence-proof, posting-letter, employer-proof, contract, referral-letter'
    set args '@filing'
end
function __yibao_at_yibao_filing_places -S
    set opts '--limit	at most so many'
    set args '@place'
end
function __yibao_at_yibao_chronic -S
    set subs 'new	apply for recognition of a chronic disease' 'list	list the applications' 'show	show one application'
end
function __yibao_at_yibao_chronic_new -S
    set opts '--disease	the disease by code or name, such as M03900 or hypertension' '--paper	a paper, as KIND=FILE; may stand several times'
    set args '@member'
end
function __yibao_at_yibao_chronic_list -S
    set opts '--limit	at most so many'
    set args '@member'
end
function __yibao_at_yibao_chronic_show -S
    set opts '--member	a member\'s alias; self is oneself'
    set args '@chronic'
end
function __yibao_at_yibao_claim -S
    set subs 'new	claim a bill that was paid in full' 'list	list the claims' 'show	show one claim' 'withdraw	take a pending claim back'
end
function __yibao_at_yibao_claim_new -S
    set opts '--bill	the bill, a JSON file; - for standard input' '--cause	why the bill was paid in full' '--institution	the institution by code or name' '--place	treatment place: name, pinyin or code, such as shanghai or 310000' '--invoice	number of the receipt' '--date	day of the visit, such as 2026-03-02' '--paper	a paper, as KIND=FILE; may stand several times' '--via	hand it in through the employer or the neighbourhood\'s social-security office' '--advance	work injury or third party: ask the fund to advance it and recover it later'
    set args '@member'
end
function __yibao_at_yibao_claim_list -S
    set opts '--limit	at most so many'
    set args '@member'
end
function __yibao_at_yibao_claim_show -S
    set opts '--member	a member\'s alias; self is oneself'
    set args '@claim'
end
function __yibao_at_yibao_claim_withdraw -S
    set opts '--member	a member\'s alias; self is oneself'
    set args '@claim'
end
function __yibao_at_yibao_institution -S
    set subs 'search	search by place, name, pinyin and service' 'show	show one, and what is not possible there'
end
function __yibao_at_yibao_institution_search -S
    set opts '--region	a place: division code, Chinese name or pinyin' '--supports	credentials and services it takes; may be repeated' '--level	hospital level 1-3; 0 for a pharmacy' '--cross-province	linked across provinces' '--limit	at most so many'
    set args '@text'
end
function __yibao_at_yibao_institution_show -S
    set args '@text'
end
function __yibao_at_yibao_family -S
    set subs 'list	list links both ways' 'consent	make a code by which you consent to being linked' 'add	add a member, or bring a consent that is due' 'remove	end a link: the holder by alias, the member by --guardian' 'apply	set up the whole family from one file' 'diff	what the file would change; exits 18 where anything would' 'export	write the family file (names and phones in full, no ID numbers)'
end
function __yibao_at_yibao_family_list -S
end
function __yibao_at_yibao_family_consent -S
    set opts '--guardian	the code is good only for a guardian of this name' '--pin-fd	read the PIN from descriptor N' '--pin-stdin	read the PIN from standard input'
end
function __yibao_at_yibao_family_add -S
    set opts '--relation	what the member is to you' '--name	the member\'s name' '--phone	the member\'s phone; under 16 the guardian\'s serves' '--id-fd	read the ID number from descriptor N' '--id-stdin	read the ID number from standard input' '--consent-fd	read the member\'s consent code from descriptor N (or standard input)' '--consent-stdin	read the member\'s consent code from descriptor N (or standard input)' '--face	the member consents by showing their face' '--request-consent	text the member a consent code and end (exit 18)' '--proof	under 16: birth-certificate=FILE or household-register=FILE' '--declaration	the guardian\'s declaration: you are the child\'s guardian and the proof is true' '--pin-fd	read the PIN from descriptor N' '--pin-stdin	read the PIN from standard input' '--sandbox-auto	SANDBOX: take text codes from the outbox and pass the face check'
    set args '@alias'
end
function __yibao_at_yibao_family_remove -S
    set opts '--guardian	end somebody\'s right to show your code: the link\'s number' '--pin-fd	read the PIN from descriptor N' '--pin-stdin	read the PIN from standard input'
    set args '@alias'
end
function __yibao_at_yibao_family_apply -S
    set opts '--prune	end links with members the file does not list' '--request-consents	text every adult a consent code and end (exit 18)' '--declaration	the guardian\'s declaration: you are the child\'s guardian and the proof is true' '--pin-fd	read the PIN from descriptor N' '--pin-stdin	read the PIN from standard input' '--sandbox-auto	SANDBOX: take text codes from the outbox and pass the face check'
    set args '@file'
end
function __yibao_at_yibao_family_diff -S
    set opts '--prune	end links with members the file does not list'
    set args '@file'
end
function __yibao_at_yibao_family_export -S
    set args '@file'
end
function __yibao_at_yibao_mutual_aid -S
    set subs 'list	who may spend whose personal account' 'add	let a relative spend one\'s personal account' 'remove	end a link, as giver or as user'
end
function __yibao_at_yibao_mutual_aid_list -S
end
function __yibao_at_yibao_mutual_aid_add -S
    set opts '--relation	what the user is to you' '--name	the user\'s name' '--id-fd	read the ID number from descriptor N' '--id-stdin	read the ID number from standard input' '--yearly-limit	most that may be spent in a year, in yuan; none for no limit' '--pin-fd	read the PIN from descriptor N' '--pin-stdin	read the PIN from standard input'
end
function __yibao_at_yibao_mutual_aid_remove -S
    set opts '--pin-fd	read the PIN from descriptor N' '--pin-stdin	read the PIN from standard input'
    set args '@aid'
end
function __yibao_at_yibao_pin -S
    set subs 'set	set the PIN where an activation or a counter reset left none' 'change	change the PIN' 'reset	reset a forgotten or locked PIN, by face or a counter\'s code'
end
function __yibao_at_yibao_pin_set -S
    set opts '--pin-fd	read the PIN from descriptor N' '--pin-stdin	read the PIN from standard input'
end
function __yibao_at_yibao_pin_change -S
    set opts '--pin-fd	read the PIN from descriptor N' '--pin-stdin	read the PIN from standard input' '--new-pin-fd	read the new PIN from descriptor N' '--new-pin-stdin	read the new PIN from standard input'
end
function __yibao_at_yibao_pin_reset -S
    set opts '--code-fd	read the counter\'s code from descriptor N' '--code-stdin	read the counter\'s code from standard input' '--new-pin-fd	read the new PIN from descriptor N' '--new-pin-stdin	read the new PIN from standard input' '--sandbox-auto	SANDBOX: take text codes from the outbox and pass the face check' '--counter	reset with a counter\'s code, asked for at the prompt'
end
function __yibao_at_yibao_voucher -S
    set subs 'show	show the voucher' 'refresh	a new handle; old codes die' 'update	re-issue after a change of personal data' 'freeze	stop one\'s vouchers on all devices' 'unfreeze	resume them'
end
function __yibao_at_yibao_voucher_show -S
    set args '@member'
end
function __yibao_at_yibao_voucher_refresh -S
    set opts '--pin-fd	read the PIN from descriptor N' '--pin-stdin	read the PIN from standard input'
    set args '@member'
end
function __yibao_at_yibao_voucher_update -S
    set opts '--pin-fd	read the PIN from descriptor N' '--pin-stdin	read the PIN from standard input'
    set args '@member'
end
function __yibao_at_yibao_voucher_freeze -S
end
function __yibao_at_yibao_voucher_unfreeze -S
    set opts '--pin-fd	read the PIN from descriptor N' '--pin-stdin	read the PIN from standard input'
end
function __yibao_at_yibao_card -S
    set subs 'show	the card\'s state' 'report-lost	report the card lost (the voucher keeps working)' 'reissue	replace a lost card'
end
function __yibao_at_yibao_card_show -S
    set args '@member'
end
function __yibao_at_yibao_card_report_lost -S
    set args '@member'
end
function __yibao_at_yibao_card_reissue -S
    set args '@member'
end
function __yibao_at_yibao_device -S
    set subs 'list	list devices' 'revoke	shut out a lost device'
end
function __yibao_at_yibao_device_list -S
end
function __yibao_at_yibao_device_revoke -S
    set opts '--pin-fd	read the PIN from descriptor N' '--pin-stdin	read the PIN from standard input'
    set args '@device'
end
function __yibao_at_yibao_audit -S
    set subs 'show	show the acts' 'verify	check that the chain is whole'
end
function __yibao_at_yibao_audit_show -S
    set opts '--limit	at most so many'
end
function __yibao_at_yibao_audit_verify -S
end
function __yibao_at_yibao_profile -S
    set subs 'list	list wallets' 'use	choose the wallet in use' 'add	add a wallet' 'remove	remove a wallet (one with data is set aside, not deleted)'
end
function __yibao_at_yibao_profile_list -S
end
function __yibao_at_yibao_profile_use -S
    set args '@profile'
end
function __yibao_at_yibao_profile_add -S
    set args '@profile'
end
function __yibao_at_yibao_profile_remove -S
    set args '@profile'
end
function __yibao_at_yibao_config -S
    set subs 'get	one setting' 'set	change one setting' 'list	all settings and where they come from' 'path	where the files stand'
end
function __yibao_at_yibao_config_get -S
    set args 'accessible,color,lang,no_input,operator,output,profile,timeout,vault'
end
function __yibao_at_yibao_config_set -S
    set opts '--for	for this wallet only'
    set args 'accessible,color,lang,no_input,operator,output,profile,timeout,vault' '@text'
end
function __yibao_at_yibao_config_list -S
end
function __yibao_at_yibao_config_path -S
end
function __yibao_at_yibao_platform -S
    set subs 'show	show the platform and its places'
end
function __yibao_at_yibao_platform_show -S
end
function __yibao_at_yibao_doctor -S
end
function __yibao_at_yibao_schema -S
    set args 'activation,annual,audit,audit-verify,balance,bill,card,chronic,chronics,claim,claims,clock,commands,config,demo,device,devices,doctor,dry-run,error,family,family-consent,family-export,family-member,family-plan,family-removed,filing,filings,help,import,institution,institutions,mutual-aid,mutual-aids,offer,outbox,paths,payment,payment-request,payments,people,person,pin,places,platform,platform-reset,profile,profiles,qr,qr-file,record,records,records-file,reset-code,reversal,review,reviews,sandbox-code,sandbox-init,schemas,setting,settlement,status,verification,version,voucher,voucher-state'
end
function __yibao_at_yibao_completion -S
    set args 'bash,zsh,fish,powershell'
end
function __yibao_at_yibao_help -S
    set args 'exit-codes,environment,json,accessibility,regions,vault,sandbox,family,later,activate,demo,status,qr,pay,balance,records,filing,chronic,claim,institution,family,mutual-aid,pin,voucher,card,device,audit,profile,config,platform,doctor,schema,completion,help'
end
function __yibao_at_yibao_platform -S
    set subs 'person	the register of insured people' 'institution	designated hospitals and pharmacies' 'counter	the agency\'s counter' 'terminal	a hospital\'s or pharmacy\'s terminal' 'sandbox	for testers: people, good and bad codes, the clock, a fresh start' 'outbox	the sandbox\'s simulated text messages'
    set opts '--version	show the version'
end
function __yibao_at_yibao_platform_person -S
    set subs 'add	register a person; the sandbox makes an ID number where none is given' 'change	change name, phone, insured place, insurance type or insured state' 'list	list everybody' 'show	show one person' 'import	register people from a CSV file; every row is checked before the first is written'
end
function __yibao_at_yibao_platform_person_add -S
    set opts '--name	name' '--phone	mobile number' '--region	insured place: a division code, Chinese name or pinyin' '--insutype	insurance type: 310 employee, 390 resident' '--birth-date	date of birth' '--sex	sex' '--id-fd	the ID number (a sandbox takes those from area 99 only), read from a descriptor or standard input' '--id-stdin	the ID number (a sandbox takes those from area 99 only), read from a descriptor or standard input' '--account-fen	balance of the personal account, in fen'
end
function __yibao_at_yibao_platform_person_change -S
    set opts '--id-fd	name the person by ID number, read from a descriptor or standard input' '--id-stdin	name the person by ID number, read from a descriptor or standard input' '--name	name' '--phone	mobile number' '--region	insured place: a division code, Chinese name or pinyin' '--insutype	insurance type: 310 employee, 390 resident' '--insured	insured, or no longer' '--uninsured	insured, or no longer' '--new-id-fd	read the corrected ID number from descriptor N' '--deceased	record a death: insurance, vouchers and family links end for good'
    set args '@text'
end
function __yibao_at_yibao_platform_person_list -S
    set opts '--limit	at most so many'
end
function __yibao_at_yibao_platform_person_show -S
    set opts '--id-fd	name the person by ID number, read from a descriptor or standard input' '--id-stdin	name the person by ID number, read from a descriptor or standard input'
    set args '@text'
end
function __yibao_at_yibao_platform_person_import -S
    set args '@file'
end
function __yibao_at_yibao_platform_institution -S
    set subs 'add	add an institution' 'list	list all institutions' 'import	add institutions from a CSV file; every row is checked before the first is written'
end
function __yibao_at_yibao_platform_institution_add -S
    set opts '--name-zh	Chinese name' '--name-en	English name' '--level	hospital level 1-3; 0 for a pharmacy' '--supports	credentials and services it takes; may be repeated' '--cross-province	linked across provinces'
    set args '@text'
end
function __yibao_at_yibao_platform_institution_list -S
    set opts '--limit	at most so many'
end
function __yibao_at_yibao_platform_institution_import -S
    set args '@file'
end
function __yibao_at_yibao_platform_counter -S
    set subs 'review	review filings, recognitions of chronic disease and manual claims' 'recover	record that an advance came back to the fund' 'offer	make an activation offer for somebody at the counter; its code is told by word' 'reset-pin	make a PIN reset code for somebody at the counter'
end
function __yibao_at_yibao_platform_counter_review -S
    set opts '--approve	approve it' '--refuse	refuse it, and say why' '--all	list those that are over, too' '--limit	at most so many'
    set args '@text'
end
function __yibao_at_yibao_platform_counter_recover -S
    set opts '--amount	amount in fen (1050) or yuan (10.50)' '--idempotency-key	idempotency key; a fresh one is made where none is given'
    set args '@text'
end
function __yibao_at_yibao_platform_counter_offer -S
    set opts '--id-fd	name the person by ID number, read from a descriptor or standard input' '--id-stdin	name the person by ID number, read from a descriptor or standard input' '--channel	channel of activation' '--png	write a PNG (its name carries the expiry; 0600; never overwrites)' '--svg	write an SVG'
    set args '@text'
end
function __yibao_at_yibao_platform_counter_reset_pin -S
    set opts '--id-fd	name the person by ID number, read from a descriptor or standard input' '--id-stdin	name the person by ID number, read from a descriptor or standard input'
    set args '@text'
end
function __yibao_at_yibao_platform_terminal -S
    set subs 'verify	check a voucher code; it is used up and an ecToken stands for it' 'settle	settle a bill, by voucher code, ecToken, card or ID card' 'query	look up a settlement; where its outcome is unknown, ask instead of settling again' 'refund	refund a settlement, whole or what --bill names' 'reverse	reverse a settlement whose outcome is not known, by number or key' 'request-payment	send a bill to the person\'s wallet, to be confirmed there'
end
function __yibao_at_yibao_platform_terminal_verify -S
    set opts '--institution	code of the institution' '--terminal	number of the terminal' '--code	write -: the 28 digits are read from standard input' '--code-fd	read the 28 digits from descriptor N' '--image	read the QR code in a picture (needs yibao[scan])' '--scene	scene: 01101 registration, 01103 admission, 01301 settlement, 01302 dispensing, 02121 pharmacy' '--idempotency-key	idempotency key; a fresh one is made where none is given'
end
function __yibao_at_yibao_platform_terminal_settle -S
    set opts '--institution	code of the institution' '--bill	the bill, a JSON file; - for standard input' '--terminal	number of the terminal' '--code	write -: the 28 digits are read from standard input' '--code-fd	read the 28 digits from descriptor N' '--image	read the QR code in a picture (needs yibao[scan])' '--ec-token	an ecToken from an earlier check' '--credential	physical card or ID card instead of the voucher' '--credential-fd	number of the card or ID card, read from a descriptor or standard input' '--credential-stdin	number of the card or ID card, read from a descriptor or standard input' '--visit	the visit (mdtrt_id): code, card and ID card may be mixed within it' '--agent-fd	the agent\'s ID number, from a descriptor or standard input' '--agent-stdin	the agent\'s ID number, from a descriptor or standard input' '--idempotency-key	idempotency key; a fresh one is made where none is given' '--preview	only work it out; nothing is settled' '--explain	explain the arithmetic line by line'
end
function __yibao_at_yibao_platform_terminal_query -S
    set opts '--institution	code of the institution' '--terminal	number of the terminal' '--bill-id	number of a bill sent to a wallet' '--idempotency-key	idempotency key; a fresh one is made where none is given' '--explain	explain the arithmetic line by line'
    set args '@text'
end
function __yibao_at_yibao_platform_terminal_refund -S
    set opts '--institution	code of the institution' '--bill	bill of what is returned; without it all is refunded' '--terminal	number of the terminal' '--idempotency-key	idempotency key; a fresh one is made where none is given' '--explain	explain the arithmetic line by line'
    set args '@text'
end
function __yibao_at_yibao_platform_terminal_reverse -S
    set opts '--institution	code of the institution' '--terminal	number of the terminal' '--idempotency-key	idempotency key of the settlement request to reverse'
    set args '@text'
end
function __yibao_at_yibao_platform_terminal_request_payment -S
    set opts '--institution	code of the institution' '--bill	the bill, a JSON file; - for standard input' '--terminal	number of the terminal' '--code	write -: the 28 digits are read from standard input' '--code-fd	read the 28 digits from descriptor N' '--image	read the QR code in a picture (needs yibao[scan])' '--ec-token	an ecToken from an earlier check' '--credential	physical card or ID card instead of the voucher' '--credential-fd	number of the card or ID card, read from a descriptor or standard input' '--credential-stdin	number of the card or ID card, read from a descriptor or standard input' '--scene	scene: 01101 registration, 01103 admission, 01301 settlement, 01302 dispensing, 02121 pharmacy' '--expires	how long it may be confirmed, e.g. 30m, 2h, 3d' '--withdraw	take an open bill back' '--idempotency-key	idempotency key; a fresh one is made where none is given'
end
function __yibao_at_yibao_platform_sandbox -S
    set subs 'init	make the sandbox platform and, on request, more invented people; repeating it adds nobody twice' 'code	make a good or bad code, and say what a terminal must answer' 'reset	delete the sandbox platform, its key and its offset of time. Wallets stay, but must be activated anew (SIGN_IN_NEEDED)' 'clock	the clock of the platform, and of the wallet with it'
end
function __yibao_at_yibao_platform_sandbox_init -S
    set opts '--people	how many more invented people' '--seed	seed the people are made from'
end
function __yibao_at_yibao_platform_sandbox_code -S
    set opts '--case	what is wrong with the code, if anything' '--id-fd	name the person by ID number, read from a descriptor or standard input' '--id-stdin	name the person by ID number, read from a descriptor or standard input'
    set args '@text'
end
function __yibao_at_yibao_platform_sandbox_reset -S
end
function __yibao_at_yibao_platform_sandbox_clock -S
    set subs 'show	show the clock' 'advance	move the clock on; back again with: advance -- -1h' 'reset	back to the machine\'s time'
end
function __yibao_at_yibao_platform_sandbox_clock_show -S
end
function __yibao_at_yibao_platform_sandbox_clock_advance -S
    set args '@text'
end
function __yibao_at_yibao_platform_sandbox_clock_reset -S
end
function __yibao_at_yibao_platform_outbox -S
    set opts '--limit	at most so many'
end

function __yibao_value -S -a at name # sets value to what follows the option: @KIND or a list; empty where nothing does
    set value
    switch "$at $name"
        case 'yibao family add --relation'
            set value 'spouse parent child sibling grandparent grandchild other'
        case 'yibao mutual-aid add --relation'
            set value 'spouse parent child sibling grandparent grandchild'
        case '* -o' '* --output'
            set value 'human plain json'
        case '* --color'
            set value 'auto always never'
        case '* --profile' '* --for'
            set value '@profile'
        case '* --lang'
            set value 'zh-CN zh-TW en'
        case '* --timeout' '* --passphrase-fd' '* --platform-passphrase-fd' '* --name' '* --phone' '* --id-fd' '* --text-code-fd' '* --pin-fd' '* --offer' '* --tx-code-fd' '* --device-name' '* --limit' '* --year' '* --after' '* --start' '* --end' '* --contact-phone' '* --institution' '* --invoice' '* --date' '* --level' '* --guardian' '* --consent-fd' '* --yearly-limit' '* --new-pin-fd' '* --code-fd' '* --birth-date' '* --account-fen' '* --new-id-fd' '* --name-zh' '* --name-en' '* --refuse' '* --amount' '* --idempotency-key' '* --terminal' '* --ec-token' '* --credential-fd' '* --visit' '* --agent-fd' '* --bill-id' '* --expires' '* --withdraw' '* --people' '* --seed'
            set value '@text'
        case '* --vault'
            set value 'keyring passphrase sandbox'
        case '* --region' '* --to' '* --place'
            set value '@place'
        case '* --channel'
            set value 'app wechat alipay bank city counter'
        case '* --png' '* --svg' '* --csv' '* --bill' '* --image'
            set value '@file'
        case '* --member'
            set value '@member'
        case '* --kind'
            set value 'settlement contribution claim mutual-aid'
        case '* --category'
            set value 'retiree resident worker referral other'
        case '* --paper' '* --proof'
            set value '@paper'
        case '* --disease'
            set value 'M03900 M01600 M00500 M07800 M08300'
        case '* --cause'
            set value 'system_fault not_networked unfiled late_filing emergency card_lost abroad work_injury third_party'
        case '* --via'
            set value 'employer office'
        case '* --supports'
            set value 'voucher card outpatient inpatient chronic pharmacy'
        case '* --insutype'
            set value '310 390'
        case '* --sex'
            set value 'male female'
        case '* --code'
            set value '@standard-input'
        case '* --scene'
            set value '01101 01103 01301 01302 02121'
        case '* --credential'
            set value 'card id-card'
        case '* --case'
            set value 'valid expired used altered frozen foreign'
    end
end

function __yibao_places -a first
    switch $first
        case ''
            string join \n 'anhui	340000' 'beijing	110000' 'chongqing	500000' 'fujian	350000' 'gansu	620000' 'guangdong	440000' 'guangxi	450000' 'guizhou	520000' 'hainan	460000' 'hebei	130000' 'heilongjiang	230000' 'henan	410000' 'hubei	420000' 'hunan	430000' 'jiangsu	320000' 'jiangxi	360000' 'jilinsheng	220000' 'liaoning	210000' 'neimenggu	150000' 'ningxia	640000' 'qinghai	630000' 'shaanxi	610000' 'shandong	370000' 'shanghai	310000' 'sichuan	510000' 'tianjin	120000' 'xinjiang	650000' 'xinjiangshengchanjianshebingtuan	660000' 'xizang	540000' 'yunnan	530000' 'zhejiang	330000'
        case 'a'
            string join \n 'aba	513200' 'akesu	652900' 'alaer	659002' 'alashan	152900' 'aletai	654300' 'ali	542500' 'anhui	340000' 'anhuisuzhou	341300' 'ankang	610900' 'anqing	340800' 'anshan	210300' 'anshun	520400' 'anyang	410500'
        case 'b'
            string join \n 'baicheng	220800' 'baise	451000' 'baisha	469025' 'baishan	220600' 'baiyang	659012' 'baiyin	620400' 'baoding	130600' 'baoji	610300' 'baoshanshi	530500' 'baoting	469029' 'baotou	150200' 'bayannaoer	150800' 'bayinguoleng	652800' 'bazhong	511900' 'beihai	450500' 'beijing	110000' 'beitun	659005' 'bengbu	340300' 'benxi	210500' 'bijie	520500' 'binzhou	371600' 'boertala	652700' 'bozhou	341600'
        case 'c'
            string join \n 'cangzhou	130900' 'changchun	220100' 'changde	430700' 'changdu	540300' 'changji	652300' 'changjiang	469026' 'changsha	430100' 'changzhi	140400' 'changzhou	320400' 'chaoyangshi	211300' 'chaozhou	445100' 'chengde	130800' 'chengdu	510100' 'chengmai	469023' 'chenzhou	431000' 'chifeng	150400' 'chizhou	341700' 'chongqing	500000' 'chongzuo	451400' 'chuxiong	532300' 'chuzhou	341100'
        case 'd'
            string join \n 'dali	532900' 'dalian	210200' 'dandong	210600' 'danzhou	460400' 'daqing	230600' 'datong	140200' 'daxinganling	232700' 'dazhou	511700' 'dehong	533100' 'deyang	510600' 'dezhou	371400' 'dingan	469021' 'dingxi	621100' 'diqing	533400' 'dongfang	469007' 'dongguan	441900' 'dongying	370500'
        case 'e'
            string join \n 'eerduosi	150600' 'enshi	422800' 'ezhou	420700'
        case 'f'
            string join \n 'fangchenggang	450600' 'foshan	440600' 'fujian	350000' 'fujianfuzhou	350100' 'fushun	210400' 'fuxin	210900' 'fuyang	341200'
        case 'g'
            string join \n 'gannan	623000' 'gansu	620000' 'ganzhou	360700' 'ganzi	513300' 'guangan	511600' 'guangdong	440000' 'guangxi	450000' 'guangxiyulin	450900' 'guangyuan	510800' 'guangzhou	440100' 'guigang	450800' 'guilin	450300' 'guiyang	520100' 'guizhou	520000' 'guoluo	632600' 'guyuan	640400'
        case 'h'
            string join \n 'haerbin	230100' 'haibei	632200' 'haidong	630200' 'haikou	460100' 'hainan	460000' 'haixi	632800' 'hami	650500' 'handan	130400' 'hangzhou	330100' 'hanzhong	610700' 'hebei	130000' 'hebi	410600' 'hechi	451200' 'hefei	340100' 'hegang	230400' 'heihe	231100' 'heilongjiang	230000' 'heilongjiangyichun	230700' 'henan	410000' 'hengshui	131100' 'hengyang	430400' 'hetian	653200' 'heyuan	441600' 'heze	371700' 'hezhou	451100' 'honghe	532500' 'huaian	320800' 'huaibei	340600' 'huaihua	431200' 'huainan	340400' 'huanggang	421100' 'huangnan	632300' 'huangshan	341000' 'huangshi	420200' 'hubei	420000' 'huhehaote	150100' 'huizhou	441300' 'huludao	211400' 'hulunbeier	150700' 'hunan	430000' 'huyanghe	659010' 'huzhou	330500'
        case 'j'
            string join \n 'jiamusi	230800' 'jian	360800' 'jiangmen	440700' 'jiangsu	320000' 'jiangsusuzhou	320500' 'jiangsutaizhou	321200' 'jiangxi	360000' 'jiangxifuzhou	361000' 'jiangxiyichun	360900' 'jiaozuo	410800' 'jiaxing	330400' 'jiayuguan	620200' 'jieyang	445200' 'jilinsheng	220000' 'jilinshi	220200' 'jinan	370100' 'jinchang	620300' 'jincheng	140500' 'jingdezhen	360200' 'jingmen	420800' 'jingzhou	421000' 'jinhua	330700' 'jining	370800' 'jinzhong	140700' 'jinzhou	210700' 'jiujiang	360400' 'jiuquan	620900' 'jixi	230300' 'jiyuan	419001'
        case 'k'
            string join \n 'kaifeng	410200' 'kashi	653100' 'kekedala	659008' 'kelamayi	650200' 'kezilesu	653000' 'kunming	530100' 'kunyu	659009'
        case 'l'
            string join \n 'laibin	451300' 'langfang	131000' 'lanzhou	620100' 'lasa	540100' 'ledong	469027' 'leshan	511100' 'liangshan	513400' 'lianyungang	320700' 'liaocheng	371500' 'liaoning	210000' 'liaoyang	211000' 'liaoyuan	220400' 'lijiang	530700' 'lincang	530900' 'linfen	141000' 'lingao	469024' 'lingshui	469028' 'linxia	622900' 'linyi	371300' 'linzhi	540400' 'lishui	331100' 'liupanshui	520200' 'liuzhou	450200' 'longnan	621200' 'longyan	350800' 'loudi	431300' 'luan	341500' 'luohe	411100' 'luoyang	410300' 'luzhou	510500' 'lvliang	141100'
        case 'm'
            string join \n 'maanshan	340500' 'maoming	440900' 'meishan	511400' 'meizhou	441400' 'mianyang	510700' 'mudanjiang	231000'
        case 'n'
            string join \n 'nanchang	360100' 'nanchong	511300' 'nanjing	320100' 'nanning	450100' 'nanping	350700' 'nantong	320600' 'nanyang	411300' 'naqu	540600' 'neijiang	511000' 'neimenggu	150000' 'ningbo	330200' 'ningde	350900' 'ningxia	640000' 'nujiang	533300'
        case 'p'
            string join \n 'panjin	211100' 'panzhihua	510400' 'pingdingshan	410400' 'pingliang	620800' 'pingxiang	360300' 'puer	530800' 'putian	350300' 'puyang	410900'
        case 'q'
            string join \n 'qiandongnan	522600' 'qianjiangshi	429005' 'qiannan	522700' 'qianxinan	522300' 'qingdao	370200' 'qinghai	630000' 'qinghaihainan	632500' 'qingyang	621000' 'qingyuan	441800' 'qinhuangdao	130300' 'qinzhou	450700' 'qionghai	469002' 'qiongzhong	469030' 'qiqihaer	230200' 'qitaihe	230900' 'quanzhou	350500' 'qujing	530300' 'quzhou	330800'
        case 'r'
            string join \n 'rikaze	540200' 'rizhao	371100'
        case 's'
            string join \n 'sanmenxia	411200' 'sanming	350400' 'sansha	460300' 'sanya	460200' 'shaanxi	610000' 'shandong	370000' 'shanghai	310000' 'shangluo	611000' 'shangqiu	411400' 'shangrao	361100' 'shannan	540500' 'shantou	440500' 'shanwei	441500' 'shanxiyulin	610800' 'shaoguan	440200' 'shaoxing	330600' 'shaoyang	430500' 'shennongjia	429021' 'shenyang	210100' 'shenzhen	440300' 'shihezi	659001' 'shijiazhuang	130100' 'shiyan	420300' 'shizuishan	640200' 'shuanghe	659007' 'shuangyashan	230500' 'shuozhou	140600' 'sichuan	510000' 'siping	220300' 'songyuan	220700' 'suihua	231200' 'suining	510900' 'suizhou	421300' 'suqian	321300'
        case 't'
            string join \n 'tacheng	654200' 'taian	370900' 'taiyuan	140100' 'tangshan	130200' 'tianjin	120000' 'tianmen	429006' 'tianshui	620500' 'tieling	211200' 'tiemenguan	659006' 'tongchuan	610200' 'tonghua	220500' 'tongliao	150500' 'tongling	340700' 'tongren	520600' 'tulufan	650400' 'tumushuke	659003' 'tunchang	469022'
        case 'w'
            string join \n 'wanning	469006' 'weifang	370700' 'weihai	371000' 'weinan	610500' 'wenchang	469005' 'wenshan	532600' 'wenzhou	330300' 'wuhai	150300' 'wuhan	420100' 'wuhu	340200' 'wujiaqu	659004' 'wulanchabu	150900' 'wulumuqi	650100' 'wuwei	620600' 'wuxishi	320200' 'wuzhishan	469001' 'wuzhong	640300' 'wuzhou	450400'
        case 'x'
            string join \n 'xiamen	350200' 'xian	610100' 'xiangtan	430300' 'xiangxi	433100' 'xiangyang	420600' 'xianning	421200' 'xiantao	429004' 'xianyang	610400' 'xiaogan	420900' 'xilinguole	152500' 'xingan	152200' 'xingtai	130500' 'xining	630100' 'xinjiang	650000' 'xinjiangshengchanjianshebingtuan	660000' 'xinxiang	410700' 'xinxing	659011' 'xinyang	411500' 'xinyu	360500' 'xinzhou	140900' 'xishuangbanna	532800' 'xizang	540000' 'xuancheng	341800' 'xuchang	411000' 'xuzhou	320300'
        case 'y'
            string join \n 'yaan	511800' 'yanan	610600' 'yanbian	222400' 'yancheng	320900' 'yangjiang	441700' 'yangquan	140300' 'yangzhou	321000' 'yantai	370600' 'yibin	511500' 'yichang	420500' 'yili	654000' 'yinchuan	640100' 'yingkou	210800' 'yingtan	360600' 'yiyang	430900' 'yongzhou	431100' 'yueyang	430600' 'yuncheng	140800' 'yunfu	445300' 'yunnan	530000' 'yushu	632700' 'yuxi	530400'
        case 'z'
            string join \n 'zaozhuang	370400' 'zhangjiajie	430800' 'zhangjiakou	130700' 'zhangye	620700' 'zhangzhou	350600' 'zhanjiang	440800' 'zhaoqing	441200' 'zhaotong	530600' 'zhejiang	330000' 'zhejiangtaizhou	331000' 'zhengzhou	410100' 'zhenjiang	321100' 'zhongshan	442000' 'zhongwei	640500' 'zhoukou	411600' 'zhoushan	330900' 'zhuhai	440400' 'zhumadian	411700' 'zhuzhou	430200' 'zibo	370300' 'zigong	510300' 'ziyang	512000' 'zunyi	520300'
        case '1'
            string join \n '110000	Beijing' '120000	Tianjin' '130000	Hebei' '130100	Shijiazhuang' '130200	Tangshan' '130300	Qinhuangdao' '130400	Handan' '130500	Xingtai' '130600	Baoding' '130700	Zhangjiakou' '130800	Chengde' '130900	Cangzhou' '131000	Langfang' '131100	Hengshui' '140000	Shanxi' '140100	Taiyuan' '140200	Datong' '140300	Yangquan' '140400	Changzhi' '140500	Jincheng' '140600	Shuozhou' '140700	Jinzhong' '140800	Yuncheng' '140900	Xinzhou' '141000	Linfen' '141100	Lüliang' '150000	Inner Mongolia' '150100	Hohhot' '150200	Baotou' '150300	Wuhai' '150400	Chifeng' '150500	Tongliao' '150600	E\'erduosi' '150700	Hulunbei\'er' '150800	Bayannao\'er' '150900	Wulanchabu' '152200	Xing\'an' '152500	Xilinguole' '152900	Alashan'
        case '2'
            string join \n '210000	Liaoning' '210100	Shenyang' '210200	Dalian' '210300	Anshan' '210400	Fushun' '210500	Benxi' '210600	Dandong' '210700	Jinzhou' '210800	Yingkou' '210900	Fuxin' '211000	Liaoyang' '211100	Panjin' '211200	Tieling' '211300	Chaoyang' '211400	Huludao' '220000	Jilin' '220100	Changchun' '220200	Jilin' '220300	Siping' '220400	Liaoyuan' '220500	Tonghua' '220600	Baishan' '220700	Songyuan' '220800	Baicheng' '222400	Yanbian' '230000	Heilongjiang' '230100	Harbin' '230200	Qiqiha\'er' '230300	Jixi' '230400	Hegang' '230500	Shuangyashan' '230600	Daqing' '230700	Yichun' '230800	Jiamusi' '230900	Qitaihe' '231000	Mudanjiang' '231100	Heihe' '231200	Suihua' '232700	Daxing\'anling'
        case '3'
            string join \n '310000	Shanghai' '320000	Jiangsu' '320100	Nanjing' '320200	Wuxi' '320300	Xuzhou' '320400	Changzhou' '320500	Suzhou' '320600	Nantong' '320700	Lianyungang' '320800	Huai\'an' '320900	Yancheng' '321000	Yangzhou' '321100	Zhenjiang' '321200	Taizhou' '321300	Suqian' '330000	Zhejiang' '330100	Hangzhou' '330200	Ningbo' '330300	Wenzhou' '330400	Jiaxing' '330500	Huzhou' '330600	Shaoxing' '330700	Jinhua' '330800	Quzhou' '330900	Zhoushan' '331000	Taizhou' '331100	Lishui' '340000	Anhui' '340100	Hefei' '340200	Wuhu' '340300	Bengbu' '340400	Huainan' '340500	Ma\'anshan' '340600	Huaibei' '340700	Tongling' '340800	Anqing' '341000	Huangshan' '341100	Chuzhou' '341200	Fuyang' '341300	Suzhou' '341500	Lu\'an' '341600	Bozhou' '341700	Chizhou' '341800	Xuancheng' '350000	Fujian' '350100	Fuzhou' '350200	Xiamen' '350300	Putian' '350400	Sanming' '350500	Quanzhou' '350600	Zhangzhou' '350700	Nanping' '350800	Longyan' '350900	Ningde' '360000	Jiangxi' '360100	Nanchang' '360200	Jingdezhen' '360300	Pingxiang' '360400	Jiujiang' '360500	Xinyu' '360600	Yingtan' '360700	Ganzhou' '360800	Ji\'an' '360900	Yichun' '361000	Fuzhou' '361100	Shangrao' '370000	Shandong' '370100	Jinan' '370200	Qingdao' '370300	Zibo' '370400	Zaozhuang' '370500	Dongying' '370600	Yantai' '370700	Weifang' '370800	Jining' '370900	Tai\'an' '371000	Weihai' '371100	Rizhao' '371300	Linyi' '371400	Dezhou' '371500	Liaocheng' '371600	Binzhou' '371700	Heze'
        case '4'
            string join \n '410000	Henan' '410100	Zhengzhou' '410200	Kaifeng' '410300	Luoyang' '410400	Pingdingshan' '410500	Anyang' '410600	Hebi' '410700	Xinxiang' '410800	Jiaozuo' '410900	Puyang' '411000	Xuchang' '411100	Luohe' '411200	Sanmenxia' '411300	Nanyang' '411400	Shangqiu' '411500	Xinyang' '411600	Zhoukou' '411700	Zhumadian' '419001	Jiyuan' '420000	Hubei' '420100	Wuhan' '420200	Huangshi' '420300	Shiyan' '420500	Yichang' '420600	Xiangyang' '420700	Ezhou' '420800	Jingmen' '420900	Xiaogan' '421000	Jingzhou' '421100	Huanggang' '421200	Xianning' '421300	Suizhou' '422800	Enshi' '429004	Xiantao' '429005	Qianjiang' '429006	Tianmen' '429021	Shennongjia' '430000	Hunan' '430100	Changsha' '430200	Zhuzhou' '430300	Xiangtan' '430400	Hengyang' '430500	Shaoyang' '430600	Yueyang' '430700	Changde' '430800	Zhangjiajie' '430900	Yiyang' '431000	Chenzhou' '431100	Yongzhou' '431200	Huaihua' '431300	Loudi' '433100	Xiangxi' '440000	Guangdong' '440100	Guangzhou' '440200	Shaoguan' '440300	Shenzhen' '440400	Zhuhai' '440500	Shantou' '440600	Foshan' '440700	Jiangmen' '440800	Zhanjiang' '440900	Maoming' '441200	Zhaoqing' '441300	Huizhou' '441400	Meizhou' '441500	Shanwei' '441600	Heyuan' '441700	Yangjiang' '441800	Qingyuan' '441900	Dongguan' '442000	Zhongshan' '445100	Chaozhou' '445200	Jieyang' '445300	Yunfu' '450000	Guangxi' '450100	Nanning' '450200	Liuzhou' '450300	Guilin' '450400	Wuzhou' '450500	Beihai' '450600	Fangchenggang' '450700	Qinzhou' '450800	Guigang' '450900	Yulin' '451000	Baise' '451100	Hezhou' '451200	Hechi' '451300	Laibin' '451400	Chongzuo' '460000	Hainan' '460100	Haikou' '460200	Sanya' '460300	Sansha' '460400	Danzhou' '469001	Wuzhishan' '469002	Qionghai' '469005	Wenchang' '469006	Wanning' '469007	Dongfang' '469021	Ding\'an' '469022	Tunchang' '469023	Chengmai' '469024	Lingao' '469025	Baisha' '469026	Changjiang' '469027	Ledong' '469028	Lingshui' '469029	Baoting' '469030	Qiongzhong'
        case '5'
            string join \n '500000	Chongqing' '510000	Sichuan' '510100	Chengdu' '510300	Zigong' '510400	Panzhihua' '510500	Luzhou' '510600	Deyang' '510700	Mianyang' '510800	Guangyuan' '510900	Suining' '511000	Neijiang' '511100	Leshan' '511300	Nanchong' '511400	Meishan' '511500	Yibin' '511600	Guang\'an' '511700	Dazhou' '511800	Ya\'an' '511900	Bazhong' '512000	Ziyang' '513200	Aba' '513300	Ganzi' '513400	Liangshan' '520000	Guizhou' '520100	Guiyang' '520200	Liupanshui' '520300	Zunyi' '520400	Anshun' '520500	Bijie' '520600	Tongren' '522300	Qianxinan' '522600	Qiandongnan' '522700	Qiannan' '530000	Yunnan' '530100	Kunming' '530300	Qujing' '530400	Yuxi' '530500	Baoshan' '530600	Zhaotong' '530700	Lijiang' '530800	Pu\'er' '530900	Lincang' '532300	Chuxiong' '532500	Honghe' '532600	Wenshan' '532800	Xishuangbanna' '532900	Dali' '533100	Dehong' '533300	Nujiang' '533400	Diqing' '540000	Tibet' '540100	Lhasa' '540200	Rikaze' '540300	Changdu' '540400	Linzhi' '540500	Shannan' '540600	Naqu' '542500	Ali'
        case '6'
            string join \n '610000	Shaanxi' '610100	Xi\'an' '610200	Tongchuan' '610300	Baoji' '610400	Xianyang' '610500	Weinan' '610600	Yan\'an' '610700	Hanzhong' '610800	Yulin' '610900	Ankang' '611000	Shangluo' '620000	Gansu' '620100	Lanzhou' '620200	Jiayuguan' '620300	Jinchang' '620400	Baiyin' '620500	Tianshui' '620600	Wuwei' '620700	Zhangye' '620800	Pingliang' '620900	Jiuquan' '621000	Qingyang' '621100	Dingxi' '621200	Longnan' '622900	Linxia' '623000	Gannan' '630000	Qinghai' '630100	Xining' '630200	Haidong' '632200	Haibei' '632300	Huangnan' '632500	Hainan' '632600	Guoluo' '632700	Yushu' '632800	Haixi' '640000	Ningxia' '640100	Yinchuan' '640200	Shizuishan' '640300	Wuzhong' '640400	Guyuan' '640500	Zhongwei' '650000	Xinjiang' '650100	Urumqi' '650200	Kelamayi' '650400	Tulufan' '650500	Hami' '652300	Changji' '652700	Bo\'ertala' '652800	Bayinguoleng' '652900	Akesu' '653000	Kezilesu' '653100	Kashgar' '653200	Hetian' '654000	Yili' '654200	Tacheng' '654300	Aletai' '659001	Shihezi' '659002	Ala\'er' '659003	Tumushuke' '659004	Wujiaqu' '659005	Beitun' '659006	Tiemenguan' '659007	Shuanghe' '659008	Kekedala' '659009	Kunyu' '659010	Huyanghe' '659011	Xinxing' '659012	Baiyang' '660000	Xinjiang Corps'
    end
end

function __yibao_folder -a kind # cache|config|data
    if test -n "$YIBAO_HOME"
        test $kind = cache; and echo $YIBAO_HOME/cache; or echo $YIBAO_HOME
    else if test -d "$HOME/Library/Application Support"
        test $kind = cache; and echo $HOME/Library/Caches/yibao; or echo "$HOME/Library/Application Support/yibao"
    else
        set -l xdg "$XDG_CACHE_HOME" $HOME/.cache
        test $kind = config; and set xdg "$XDG_CONFIG_HOME" $HOME/.config
        test $kind = data; and set xdg "$XDG_DATA_HOME" $HOME/.local/share
        test -n "$xdg[1]"; and echo $xdg[1]/yibao; or echo $xdg[2]/yibao
    end
end

function __yibao_remembered -S -a wanted # the words the wallet in use has shown last
    set -l in_use $profile
    test -n "$in_use"; or set in_use $YIBAO_PROFILE
    if test -z "$in_use"
        set -l file (__yibao_folder config)/config.toml
        if test -r $file
            while read -l line
                string match -q '[*' -- $line; and break
                set -l found (string match -r '^profile *= *["\']([a-z0-9-]+)["\']' -- $line); and set in_use $found[2]
            end <$file
        end
    end
    set -l file (__yibao_folder cache)/words
    test -n "$in_use" -a "$in_use" != default; and set file $file-$in_use
    test -r $file; or return
    while read -l -d \t kind word hint
        test "$kind" = $wanted; and echo $word\t$hint
    end <$file
end

function __yibao_files -a current # fish's own way with them starts ls
    set -l from (string replace -r -- '^~/' "$HOME/" "$current")
    for one in $from*
        test -d $one; and set one $one/
        string match -q -- '~/*' "$current"; and set one (string replace -- "$HOME/" '~/' $one)
        echo $one
    end
end

function __yibao_profiles
    echo default
    for one in (__yibao_folder data)/profiles/*/
        set one (string split -r -m 1 / -- (string trim -r -c / -- $one))[2]
        test $one != default; and echo $one
    end
end

function __yibao_candidates -S -a kind current # @KIND or a list
    switch "$kind"
        case @text ''
        case @place
            __yibao_places (string sub -l 1 -- "$current")
        case @file
            __yibao_files $current
        case @standard-input
            echo -
        case @member
            echo self
            __yibao_remembered member
        case @alias
            __yibao_remembered member
        case @profile
            __yibao_profiles
        case @paper
            if set -l halves (string split -m 1 = -- $current); and test (count $halves) = 2
                string replace -r -- '^' "$halves[1]=" (__yibao_files $halves[2])
            else
                string join \n 'household-register=' 'residence-proof=' 'posting-letter=' 'employer-proof=' 'contract=' 'referral-letter=' 'diagnosis-proof=' 'medical-record=' 'test-report=' 'receipt=' 'itemised-list=' 'prescription=' 'discharge-note=' 'emergency-proof=' 'liability-proof=' 'birth-certificate='
            end
        case '@*'
            __yibao_remembered (string sub -s 2 -- $kind)
        case '*'
            string split ' ' -- $kind
    end
end

function __yibao_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct | string unescape) # the word itself: fish quotes what it inserts
    set -l at yibao
    string match -q '*yibao-platform' -- $words[1]; and set at yibao-platform
    set -l subs
    set -l opts
    set -l args
    set -l value
    set -l opt ''
    set -l ended ''
    set -l profile ''
    set -l n 0
    __yibao_tree $at
    for word in $words[2..-1]
        if test -n "$opt"
            test $opt = --profile; and set profile $word
            set opt ''
        else if test -z "$ended" -a "$word" = --
            set ended 1
        else if test -z "$ended"; and string match -q -- '--*=*' $word
            string match -q -- '--profile=*' $word; and set profile (string split -m 1 = -- $word)[2]
        else if test -z "$ended"; and string match -q -- '-?*' $word
            __yibao_value $at $word
            test -n "$value"; and set opt $word
        else if test $n = 0; and string match -q -- $word\t'*' $subs
            set at "$at $word"
            __yibao_tree $at
        else
            set n (math $n + 1)
        end
    end
    if test -n "$opt"
        __yibao_value $at $opt
        __yibao_candidates $value $current
    else if test -z "$ended"; and string match -q -- '--*=*' $current
        set -l halves (string split -m 1 = -- $current)
        __yibao_value $at $halves[1]
        string replace -r -- '^' $halves[1]= (__yibao_candidates $value $halves[2])
    else if test -z "$ended"; and string match -q -- '-*' $current
        string join \n -- $opts '-o	form of the output' '--output	form of the output' '--color	colours' '--profile	which wallet' '--lang	language' '--timeout	seconds to wait for the platform, 1-60' '--vault	where keys are kept, at first use' '--passphrase-fd	descriptor to read the wallet\'s passphrase from' '--platform-passphrase-fd	descriptor to read the platform\'s passphrase from' '--json	answer in JSON (as -o json)' '-q	no notes' '--quiet	no notes' '-v	show more' '--verbose	show more' '--no-input	ask nothing' '-y	answer yes to confirmations' '--yes	answer yes to confirmations' '--dry-run	check only, do nothing' '--debug	show where a defect is (no data)' '--accessible	output for screen readers' '--reveal	show whole names, numbers and one-time codes' '--passphrase-stdin	read the wallet\'s passphrase from standard input' '--platform-passphrase-stdin	read the platform\'s passphrase from standard input' '-h	show this page and exit' '--help	show this page and exit'
    else
        test $n = 0; and string join \n -- $subs
        test $n -lt (count $args); and __yibao_candidates (string replace -a , ' ' -- $args[(math $n + 1)]) $current
    end
end

complete -c yibao -f -k -a '(__yibao_complete)'
complete -c yibao-platform -f -k -a '(__yibao_complete)'
