//! Chinese family names, and how their bearers write them outside the mainland's pinyin.

/// Family names with further spellings, the pinyin first: Wade-Giles follows by rule; here stand Cantonese (Hong Kong,
/// Macao), Hokkien and Teochew (Taiwan, Singapore) and Hakka ones, and the reading of characters that are read differently
/// in names. Those of two characters stand first. Written from knowledge of the
/// names and not taken from a register.
const SPELLED: &str = "\
    欧阳:ouyang,auyeung,auyong 司马:sima,szema 诸葛:zhuge,chukot 上官:shangguan,seungkoon 司徒:situ,szeto,seto 皇甫:huangfu \
    夏侯:xiahou 东方:dongfang 尉迟:yuchi 公孙:gongsun 长孙:zhangsun 慕容:murong 宇文:yuwen 令狐:linghu 端木:duanmu 独孤:dugu \
    南宫:nangong 西门:ximen 轩辕:xuanyuan 公羊:gongyang 澹台:tantai 淳于:chunyu 呼延:huyan 闻人:wenren 申屠:shentu \
    王:wang,wong,ong,heng 李:li,lee,lei 张:zhang,cheung,teo,cheong 刘:liu,lau,low,lao 陈:chen,chan,tan,chin \
    杨:yang,yeung,yeo,yeong 黄:huang,wong,ng,ooi 赵:zhao,chiu,jiu,chio 吴:wu,ng,goh,go 周:zhou,chow,chau,chew \
    徐:xu,tsui,chui,chee 孙:sun,suen,sng 马:ma,mah,beh 朱:zhu,chu,choo 胡:hu,wu,woo,oh 郭:guo,kwok,kuok,quek \
    何:he,ho,hor 林:lin,lam,lim,lum 罗:luo,law,lo,loh 高:gao,ko,kao,koh 郑:zheng,cheng,tay,teh 梁:liang,leung,neo,leong \
    谢:xie,tse,chia,che 宋:song,sung,soong 唐:tang,tong,tng 许:xu,hui,koh,khoo 邓:deng,tang,teng,dang 冯:feng,fung,pang,foong \
    韩:han,hon,hang 曹:cao,tso,cho,chou 曾:zeng,tsang,chan,chang 彭:peng,pang,phang 萧:xiao,siu,seow,siew 蔡:cai,choi,tsai,chua \
    潘:pan,poon,phua,pun 田:tian,tin 董:dong,tung 袁:yuan,yuen 于:yu 余:yu,yue,yee 叶:ye,yip,yap,ip 蒋:jiang,chiang,cheung \
    杜:du,to,toh 苏:su,so,soh,soo 魏:wei,ngai,gwee 程:cheng,ching 吕:lu,lv,lyu,lui 丁:ding,ting 任:ren,yam,yum 卢:lu,lo,loo \
    姚:yao,yiu,yeo 沈:shen,sum,sim,shum 钟:zhong,chung,cheng,choong 姜:jiang,keung 崔:cui,tsui,chui 谭:tan,tam,tham,hom \
    陆:lu,luk,look 范:fan,fam 汪:wang,wong 廖:liao,liu,liew 石:shi,shek,seah 金:jin,kam,kim 韦:wei,wai 贾:jia,ka \
    夏:xia,ha 付:fu 傅:fu,foo,poh 方:fang,fong,png 邹:zou,chow,chau 熊:xiong,hung 白:bai,pak,peh 孟:meng,mang \
    秦:qin,chun 邱:qiu,yau,khoo,chiu 江:jiang,kong,kang 尹:yin,wan 薛:xue,sit 闫:yan 段:duan,tuen 雷:lei,lui,loi \
    侯:hou,hau 龙:long,lung,loong 史:shi,sze 陶:tao,to 黎:li,lai 贺:he,ho 顾:gu,ku,koo 毛:mao,mo 郝:hao 龚:gong,kung \
    邵:shao,shiu 万:wan,man 钱:qian,chin 严:yan,yim 赖:lai,loi 洪:hong,hung,ang 莫:mo,mok 孔:kong,hung,kung \
    汤:tang,tong,thng 甘:gan,kam,kum 简:jian,kan 柯:ke,quah,o 颜:yan,ngan,gan 翁:weng,yung 关:guan,kwan 区:ou,au 欧:ou,au \
    麦:mai,mak 霍:huo,fok 卓:zhuo,cheuk,toh 施:shi,sze,see 连:lian,lin 阮:ruan,yuen,nguyen 温:wen,wan,oon 岑:cen,sum,shum \
    骆:luo,lok 招:zhao,chiu 伍:wu,ng 梅:mei,mui 容:rong,yung 蓝:lan,lam 古:gu,koo 戴:dai,tai,tay 游:you,yau 倪:ni,ngai \
    单:shan,sin 仇:qiu 解:xie 查:zha,cha 盖:ge,gai 朴:piao,pu,park 乐:yue,le 尉:wei,yu 翟:zhai,di 种:chong 覃:qin,tan \
    缪:miao,miu 员:yun 折:she 逄:pang 召:shao 宓:mi,fu 冼:xian,sin 逯:lu 郗:xi,chi 纪:ji,kei 祭:zhai 隗:wei,kui 牟:mou,mu 那:na \
    教:jiao 哈:ha 繁:po 黑:he 洗:xian 长:chang 车:che 俞:yu 应:ying 宁:ning 曲:qu 华:hua,wah 葛:ge,kot 柏:bai 燕:yan 过:guo 相:xiang 令:ling";

/// Further family names, read in pinyin. Most are of the Hundred Family Names of the
/// Song, from memory.
const OTHERS: &str = "\
    郎桂兰余褚卫尤吕戚喻水窦章云苏葛奚范鲁昌苗凤花俞柳酆鲍费廉岑滕殷罗毕安常于时皮卞齐康伍元卜平和穆湛祁狄米贝明臧计伏成谈茅庞纪舒屈\
    项祝阮闵席季麻强路娄危童郭刁徐骆樊凌虞支昝管莫经房裘干宗宣贲包诸左崔吉钮嵇邢滑裴荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井富巫乌焦巴弓\
    牧谷侯全班仰秋仲伊宫宁栾暴厉戎祖武符景詹束龙幸司韶郜黎蓟薄印宿怀蒲邰从鄂索咸籍卓蔺屠蒙池乔阴胥能苍双闻党贡劳姬申扶堵冉宰郦雍却璩\
    桑濮牛寿通边扈冀郏浦尚农别庄晏柴瞿阎充慕茹习宦艾鱼向易慎戈庾终暨居衡步都耿满弘匡国文寇广禄东沃利蔚越夔隆师巩聂晁勾敖融冷辛阚那空毋\
    沙养鞠须丰巢蒯相荆红游权盖益桓公佟商佘佴伯赏墨哈谯年爱阳佐言福修代占兰鹿苟辜位初楚敬揭仝官车蓬青苑原亓冶雒肖涂迟由信么海鄢岳候楼\
    帅漆买闪粟邬谌母亢况郁矫鄞冒";

/// The spellings of the family name that a name in simplified characters begins with, and how many characters it has. Those
/// of the second table have none of their own.
pub fn find(simplified: &[char]) -> Option<(usize, Vec<String>)> {
    let spelled = SPELLED.split_whitespace().find_map(|row| {
        let (family, spellings) = row.split_once(':')?;
        let length = family.chars().count();
        let begins = simplified.len() >= length && family.chars().eq(simplified[..length].iter().copied());
        begins.then(|| (length, spellings.split(',').map(str::to_owned).collect()))
    });
    spelled.or_else(|| simplified.first().filter(|first| OTHERS.contains(**first)).map(|_| (1, Vec::new())))
}
