//! Japanese family and given names in characters, and the characters that given names are made of, with their readings.
//!
//! A row has the characters and their readings in Hepburn, with `/` between two; a capital vowel is a long one. Written from
//! knowledge of the names: the most frequent family names of Japan, and those of people whom newspapers and the lists name.

/// Family names.
pub const FAMILY: &str = "\
    佐藤satO 鈴木suzuki 高橋takahashi 髙橋takahashi 田中tanaka 伊藤itO 渡辺watanabe 渡邊watanabe 渡邉watanabe 渡部watanabe/watabe \
    山本yamamoto 中村nakamura 小林kobayashi 加藤katO 吉田yoshida 山田yamada 佐々木sasaki 山口yamaguchi 松本matsumoto \
    井上inoue 木村kimura 林hayashi 斎藤saitO 斉藤saitO 齋藤saitO 齊藤saitO 清水shimizu 山崎yamazaki/yamasaki 山﨑yamazaki/yamasaki \
    森mori 池田ikeda 橋本hashimoto 阿部abe 石川ishikawa 山下yamashita 中島nakajima/nakashima 石井ishii 小川ogawa 前田maeda \
    岡田okada 長谷川hasegawa 藤田fujita 後藤gotO 近藤kondO 村上murakami 遠藤endO 青木aoki 坂本sakamoto 福田fukuda 太田Ota \
    大田Ota 西村nishimura 藤井fujii 金子kaneko 岡本okamoto 藤原fujiwara 三浦miura 中野nakano 中川nakagawa 原田harada \
    松田matsuda 竹内takeuchi 武内takeuchi 小野ono 田村tamura 中山nakayama 和田wada 石田ishida 森田morita 上田ueda 原hara \
    内田uchida 柴田shibata 酒井sakai 坂井sakai 宮崎miyazaki 横山yokoyama 高木takagi 安藤andO 宮本miyamoto 大野Ono 小島kojima \
    児島kojima 工藤kudO 谷口taniguchi 今井imai 高田takada 増田masuda 丸山maruyama 杉山sugiyama 村田murata 大塚Otsuka 新井arai \
    小山koyama/oyama 平野hirano 藤本fujimoto 河野kOno/kawano 上野ueno 野口noguchi 武田takeda 松井matsui 千葉chiba \
    菅原sugawara 岩崎iwasaki 久保kubo 木下kinoshita 佐野sano 野村nomura 松尾matsuo 菊地kikuchi 菊池kikuchi 市川ichikawa \
    杉本sugimoto 古川furukawa 大西Onishi 島田shimada 嶋田shimada 水野mizuno 桜井sakurai 櫻井sakurai 高野takano 吉川yoshikawa \
    山内yamauchi 西田nishida 飯田iida 西川nishikawa 小松komatsu 北村kitamura 安田yasuda 五十嵐igarashi 川口kawaguchi \
    平田hirata 関seki 中田nakata/nakada 久保田kubota 服部hattori 東higashi/azuma 岩田iwata 土屋tsuchiya 川崎kawasaki \
    福島fukushima 本田honda 本多honda 辻tsuji 樋口higuchi 秋山akiyama 田口taguchi 永井nagai 長井nagai 山中yamanaka 中西nakanishi \
    吉村yoshimura 川上kawakami 石原ishihara 大橋Ohashi 松岡matsuoka 馬場baba 浜田hamada 濱田hamada 森本morimoto 星野hoshino \
    矢野yano 浅野asano 大島Oshima 吉岡yoshioka 小池koike 野田noda 荒木araki 広瀬hirose 廣瀬hirose 大久保Okubo 熊谷kumagai \
    松浦matsuura 内藤naitO 黒田kuroda 尾崎ozaki 永田nagata 長田nagata/osada 川村kawamura 河村kawamura 望月mochizuki 大谷Otani \
    田辺tanabe 田邊tanabe 石橋ishibashi 荒井arai 菅野kanno/sugano 横田yokota 平井hirai 本間honma/homma 大川Okawa 早川hayakawa \
    岡崎okazaki 篠原shinohara 小田oda 織田oda 片山katayama 須藤sudO 多田tada 鎌田kamata 榎本enomoto 吉野yoshino 川島kawashima \
    小原ohara 富田tomita 宮田miyata 栗原kurihara 堀hori 西山nishiyama 松下matsushita 白石shiraishi 河合kawai 松村matsumura \
    上原uehara 安部abe 安倍abe 岸田kishida 石破ishiba 麻生asO 鳩山hatoyama 菅suga/kan 小泉koizumi 森下morishita 三宅miyake \
    中尾nakao 土井doi 今村imamura 飯塚iizuka 堀内horiuchi 北川kitagawa 古田furuta 西尾nishio 根本nemoto 大石Oishi \
    関口sekiguchi 柳田yanagida 須田suda 篠田shinoda 高山takayama 髙山takayama 寺岡teraoka 津田tsuda 西口nishiguchi 森尾morio \
    司tsukasa 光安mitsuyasu 稲川inagawa 住吉sumiyoshi 野崎nozaki 岸kishi 東条tOjO 東條tOjO 徳川tokugawa 黒沢kurosawa 黒澤kurosawa \
    三島mishima 川端kawabata 村山murayama 細川hosokawa 中曽根nakasone 竹下takeshita 宮沢miyazawa 宮澤miyazawa 大平Ohira \
    浅原asahara 麻原asahara 重信shigenobu 岡村okamura 奥田okuda 豊田toyoda/toyota 岩井iwai 滝沢takizawa 沢田sawada 澤田sawada \
    大沢Osawa 大澤Osawa 小沢ozawa 小澤ozawa 金沢kanazawa 相沢aizawa 長沢nagasawa 平沢hirasawa 宮城miyagi 比嘉higa 金城kinjO \
    大城Oshiro 島袋shimabukuro 新垣aragaki 玉城tamaki 田代tashiro 児玉kodama 小野寺onodera 長尾nagao 村井murai 日高hidaka 堤tsutsumi \
    岡oka 谷tani 南minami 西nishi 浜口hamaguchi 神田kanda 内山uchiyama 黒川kurokawa 矢島yajima 桑原kuwahara 福井fukui 福本fukumoto \
    岡野okano 志村shimura 秋元akimoto 戸田toda 成田narita 青山aoyama 滝taki 野上nogami 下田shimoda 松永matsunaga \
    一ノ瀬ichinose 二宮ninomiya 木戸kido 弘道kodO 山健yamaken 神戸kObe 関根sekine 川田kawada 田島tajima 亀井kamei 二階nikai";

/// Given names as wholes.
pub const GIVEN: &str = "\
    太郎tarO 一郎ichirO 二郎jirO 次郎jirO 三郎saburO 四郎shirO 五郎gorO 純一郎junichirO 聡太郎sOtarO 健太郎kentarO 慎太郎shintarO 龍太郎ryUtarO \
    誠makoto 真makoto/shin 明akira 昭akira 章akira 彰akira 晃akira 博hiroshi 浩hiroshi 弘hiroshi 宏hiroshi 寛hiroshi 洋hiroshi/yO \
    裕yutaka/hiroshi 隆takashi 孝takashi 敬takashi 崇takashi 貴takashi 清kiyoshi 茂shigeru 繁shigeru 実minoru 稔minoru 進susumu \
    勝masaru/katsu 優masaru/yU 修osamu 治osamu 理osamu 豊yutaka 勇isamu 功isao 勲isao 忍shinobu 聡satoshi 哲satoshi/tetsu 智satoshi \
    剛tsuyoshi/gO 毅takeshi/tsuyoshi 武takeshi 猛takeshi 健takeshi/ken 力chikara 亮ryO 涼ryO 翔shO 純jun 淳jun/atsushi 潤jun 敦atsushi \
    篤atsushi 厚atsushi 徹tOru/tetsu 透tOru 亨tOru 薫kaoru 学manabu 光hikaru/hikari 司tsukasa 渡wataru 渉wataru 航wataru 努tsutomu \
    勉tsutomu 務tsutomu 忠tadashi 正tadashi/masashi 義tadashi 昇noboru 登noboru 仁hitoshi/jin 均hitoshi 満mitsuru 守mamoru 肇hajime \
    一hajime 元hajime 旭akira/asahi 恵megumi 愛ai 舞mai 葵aoi 遥haruka 歩ayumi 泉izumi 茜akane 緑midori 香kaori 香織kaori 花子hanako \
    美咲misaki 結衣yui 大輔daisuke 晋三shinzO 角栄kakuei 英機hideki 建市kenichi 歌大utao/utahiro 智津夫chizuo 彰晃shOkO \
    健一kenichi 賢一kenichi 憲一kenichi 謙一kenichi 真一shinichi 新一shinichi 信一shinichi 伸一shinichi 慎一shinichi 純一junichi \
    順一junichi 淳一junichi 洋一yOichi 陽一yOichi 誠一seiichi 清一seiichi 栄一eiichi 英一eiichi 隆一ryUichi/takakazu 龍一ryUichi \
    裕一yUichi 雄一yUichi 祐一yUichi 良一ryOichi 浩一kOichi 幸一kOichi 孝一kOichi 光一kOichi 公一kOichi 浩二kOji 浩司kOji/hiroshi \
    幸二kOji 幸司kOji 孝司takashi/kOji 康二kOji 耕司kOji 健二kenji 賢二kenji 健司kenji 賢治kenji 研二kenji 健治kenji 真司shinji \
    慎二shinji 信二shinji 裕二yUji 雄二yUji 祐二yUji 勇次yUji 誠二seiji 誠司seiji 清二seiji 栄治eiji 英治eiji 英二eiji 正二shOji \
    健太kenta 亮太ryOta 良太ryOta 雄太yUta 雄大yUdai 大介daisuke 駿介shunsuke 俊介shunsuke 達也tatsuya 竜也tatsuya 拓也takuya \
    周平shUhei 昭平shOhei 翔平shOhei 純平junpei 幸平kOhei 恭平kyOhei 陽子yOko 洋子yOko 順子junko 純子junko 淳子junko 恵子keiko \
    圭子keiko 慶子keiko 敬子keiko 啓子keiko 京子kyOko 恭子kyOko 裕子yUko/hiroko 優子yUko 祐子yUko 涼子ryOko 良子ryOko/yoshiko \
    真由美mayumi 久美子kumiko 由美子yumiko 恵美子emiko 美智子michiko 真理子mariko 麻里mari 由紀夫yukio 由起夫yukio 百合子yuriko";

/// Characters of given names of two, wherever they stand.
pub const CHARACTERS: &str = "\
    一kazu/ichi 二ji 三zO 郎rO 朗rO 夫o 雄o 男o 生o/ki 央o 彦hiko 樹ki 紀nori/ki 司shi/ji 志shi 史shi/fumi 士shi 人to 也ya 哉ya 弥ya 介suke \
    輔suke 助suke 平hei 治ji/haru 次ji 児ji 吉kichi/yoshi 之yuki 行yuki 幸yuki/sachi 明aki 昭aki 章aki 秋aki 信nobu 伸nobu 宣nobu \
    弘hiro 広hiro 博hiro 浩hiro 宏hiro 裕hiro 寛hiro 洋hiro 正masa 雅masa 政masa 昌masa 義yoshi 良yoshi 芳yoshi 好yoshi 佳yoshi \
    喜yoshi/ki 美mi/yoshi 和kazu 隆taka 孝taka 貴taka 高taka 敬taka 敏toshi 俊toshi 利toshi 年toshi 久hisa 尚nao/hisa 直nao 寿hisa/toshi \
    康yasu 靖yasu 泰yasu 保yasu 安yasu 徳nori 則nori 典nori 憲nori 範nori 規nori 文fumi 光mitsu 満mitsu 輝teru/ki 照teru 茂shige \
    重shige 繁shige 成shige/nari 英hide 秀hide 栄hide 勝katsu 克katsu 子ko 江e 恵e 枝e 絵e 代yo 世yo 香ka 花ka 奈na 菜na 里ri 理ri \
    太ta 道michi 通michi 智tomo 友tomo 知tomo 朋tomo 基moto 元moto 晴haru 春haru 真ma/masa 清kiyo 忠tada 貞sada 定sada 哲tetsu 鉄tetsu \
    達tatsu 竜tatsu 龍tatsu 辰tatsu 邦kuni 国kuni 武take 健take/ken 剛take 岳take 恒tsune 常tsune 宗mune 公kimi 君kimi 勇isa/yU 由yu \
    千chi 沙sa 梨ri 衣i 房fusa 節setsu 悦etsu 悟go 市ichi 機ki 郁iku 育iku 実mi 未mi 麻ma 亜a 紗sa 早sa 津tsu 登to 斗to";
