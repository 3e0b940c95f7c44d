//! Sino-Korean readings: what a Korean name in Han characters is in Hangul.
//!
//! Read only behind a Korean family name in the same word, since every character has such a reading and few names are Korean.

use crate::transliterate::hangul;

/// Family names that Koreans bear, with the Hangul of those that the readings below do not give.
const FAMILY_NAMES: &str = "金김 李리 朴 崔 郑 赵 姜 尹 张 林 吴 韩 申 徐 权 黄 安 宋 柳 洪 全 高 文 孙 梁 裴 白 曹 许 刘 南 沈 卢 河 丁 \
    成 车 具 郭 禹 朱 任 罗 田 闵 辛 池 陈 严 元 蔡 千 方 康 玄 孔 咸 卞 扬 廉 边 吕 秋 都 石 薛 马 宣 周 延 魏 表 明 王";

/// Each reading with the characters that have it. Characters usual in Korean names, chosen by hand; readings: the
/// table of the library `hanja` 0.15 (PyPI), by the traditional form.
const READINGS: &str = "\
    가佳加家 갑甲 강姜康强江 개个介改 건健建 격格 견坚见 경京劲卿庆敬景耕 계桂 고古故高 곡谷 곤坤 공公功孔 과果 곽郭 관官宽观 광光广 교桥 구九具 국国 군军群 궁弓 권权権 귀贵 규圭奎 균均 극克极 \
    근根槿 금琴金锦 기基己起 길吉 남南男 납纳 내乃 노努 농农 능能 다多 단丹 달达 담谈 당堂 대大 덕德 도度道都 돈敦 동东 두斗 득得 등登 라罗 락洛 량梁良 려丽吕 렬烈 렴廉 령领 례礼 로卢 록禄 \
    론论 룡龙 루娄 류刘柳 륙六 률律 륭隆 리利李理 린麟 림林 립立 마马 만万 매梅 맹孟 명命明 모某 무武 문文 미美 민敏民闵 박朴 반半 방方 배培裴 백白百 번番 범凡范 법法 벽碧 변卞变边 병丙柄炳秉 \
    보宝 복福 본本 봉奉 부夫 북北 분分 불佛 비飞 사思 산山 삼三 상上常相 생生 서书徐瑞西 석奭石硕锡 선仙先善宣鲜 설薛雪 성圣城成星晟盛诚 세世势洗 손孙 송宋松颂 수守寿树洙秀 숙淑 순淳纯舜顺 승升承胜 \
    시始时 식式植 신伸信新申神辛 아雅 안安 암岩 애爱 양扬 언彦 엄严 연妍延渊然研 염艳 엽烨 영映暎永泳英荣 오五午吴 옥玉 완完 왕旺王 용勇容用镕 우佑友宇祐禹雨 욱旭 운云运 울郁 원元媛源苑远 위伟威魏 \
    유惟有柔维裕 윤允尹润 은垠恩殷银 응应 의义宜 이二 익益 인仁寅 일一日逸 임任 자子慈资 작作 장壮张章长 재再在宰才材载 전全典战田 점点 정丁亭庭廷政晶正贞郑静 제济祭诸齐 조曹朝祖赵 종宗种钟 좌座 \
    주主周宙州朱柱珠 죽竹 준俊准埈峻浚 중中重 지之志智池知芝 직直 진振晋珍真进鎭镇陈 차车 찬灿赞 창昌窓 채彩蔡 책策 천千天 철哲喆澈铁 청清青 초初草 촌村 최崔 추秋 춘春 충忠 칠七 침沈 태太泰 평平 표表 \
    품品 필弼必 하夏河 학学鹤 한汉韩 함咸 해海 행行 향香 허许 혁赫革 현炫玄贤铉 혈血 협协 형亨炯衡 혜惠慧 호号昊浩湖虎 홍弘洪鸿 화华和花 환桓焕 황皇黄 회会 효孝 후厚 훈勋薰训 휘辉 휴休 흥兴 \
    희喜姬希熙";

/// The Latin spellings of a Korean family and given name, both in simplified characters; nothing where either is unknown.
pub fn name(family: &str, given: &str) -> Option<[Vec<String>; 2]> {
    let known = FAMILY_NAMES.split_whitespace().find_map(|known| known.strip_prefix(family))?;
    let family = if known.is_empty() { hangul(family)? } else { known.to_owned() };
    Some([hangul::family(&family)?, hangul::given(&hangul(given)?)?])
}

/// What characters are in Hangul.
fn hangul(characters: &str) -> Option<String> {
    let reading = |character| READINGS.split_whitespace().find(|row| row.chars().skip(1).any(|c| c == character));
    characters.chars().map(|character| reading(character)?.chars().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn korean_names_in_han_characters() {
        let [family, given] = name("金", "正恩").unwrap();
        assert!(family.contains(&"kim".to_owned()) && given.contains(&"jongun".to_owned()), "{given:?}");
        let [family, given] = name("朴", "槿惠").unwrap();
        assert!(family.contains(&"park".to_owned()) && given.contains(&"geunhye".to_owned()), "{given:?}");
        assert_eq!(name("欧阳", "修"), None);
    }
}
