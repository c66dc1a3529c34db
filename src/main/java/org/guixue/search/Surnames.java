package org.guixue.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Surnames that are read otherwise than the same characters elsewhere; general tables miss a third of them. */
final class Surnames {
    private static final Map<String, List<String>> SINGLE =
            parse("仇 qiu,覃 qin tan,单 shan,曾 zeng,解 xie,查 zha,任 ren,区 ou,盖 ge,朴 piao,乐 yue le,尉 wei yu,翟 zhai di,"
                    + "缪 miao,华 hua,宁 ning,秘 bi,种 chong,冼 xian,洗 xian,员 yun,贠 yun,郧 yun,折 she,黑 he,逄 pang,"
                    + "逢 pang,繁 po,召 shao,晁 chao,郗 xi chi,郤 xi,隗 wei kui,瞿 qu,纪 ji,过 guo,燕 yan,应 ying,句 gou,"
                    + "勾 gou,牟 mu mou,那 na,哈 ha,幺 yao,么 yao,谌 chen shen,谯 qiao,鲜 xian,洗 xian,重 chong,长 zhang,"
                    + "车 che,祭 zhai ji,蕃 pi,贾 jia,宓 fu mi,厘 xi,相 xiang,行 xing,葛 ge,葉 ye,叶 ye,於 yu,都 du,"
                    + "阚 kan,适 kuo,石 shi,卜 bu,不 fou,臧 zang,撒 sa,占 zhan,炅 gui,眭 sui,乜 nie mie,佴 nai,麹 qu,"
                    + "筰 zuo,万 wan mo,俟 qi,澹 tan,夏 xia,沈 shen,柏 bai,薄 bo,褚 chu,樊 fan,耿 geng,郝 hao,戚 qi,"
                    + "邵 shao,佘 she,莘 shen xin,帅 shuai,宿 su,邰 tai,洼 wa,危 wei,卫 wei,冯 feng,肖 xiao,荥 xing,"
                    + "尹 yin,庾 yu,曲 qu,钻 zuan,俞 yu,喻 yu,余 yu,赵 zhao,张 zhang,王 wang,李 li,吕 lv,陆 lu,卓 zhuo,强 qiang");
    private static final Map<String, List<String>> COMPOUND =
            parse("尉迟 yu chi,万俟 mo qi,澹台 tan tai,单于 chan yu,长孙 zhang sun,令狐 ling hu,宇文 yu wen,皇甫 huang fu,"
                    + "呼延 hu yan,鲜于 xian yu,闾丘 lv qiu,亓官 qi guan,仉督 zhang du,子车 zi ju,颛孙 zhuan sun,"
                    + "宰父 zai fu,谷梁 gu liang,乐正 yue zheng,濮阳 pu yang,太叔 tai shu,拓跋 tuo ba,夹谷 jia gu,"
                    + "欧阳 ou yang,上官 shang guan,司马 si ma,诸葛 zhu ge,夏侯 xia hou,东方 dong fang,公孙 gong sun,"
                    + "慕容 mu rong,司徒 si tu,司空 si kong,端木 duan mu,百里 bai li,南宫 nan gong,独孤 du gu");

    private Surnames() {}

    /** Readings that a character has in surnames, single and compound; empty where it has none of its own. */
    static List<String> readings(String character) {
        List<String> readings = new ArrayList<>(SINGLE.getOrDefault(character, List.of()));
        COMPOUND.forEach((surname, sounds) -> {
            int at = surname.indexOf(character);
            if (at >= 0 && !readings.contains(sounds.get(at))) {
                readings.add(sounds.get(at));
            }
        });
        return readings;
    }

    /** The sounds of the compound surname that a name begins with; empty where it begins with none. */
    static List<String> compound(String name) {
        return name.length() < 3 ? List.of() : COMPOUND.getOrDefault(name.substring(0, 2), List.of());
    }

    static Set<String> characters() {
        return SINGLE.keySet();
    }

    private static Map<String, List<String>> parse(String table) {
        Map<String, List<String>> surnames = new LinkedHashMap<>();
        for (String line : table.split(",")) {
            String[] words = line.split(" ");
            surnames.put(words[0], List.of(words).subList(1, words.length));
        }
        return new HashMap<>(surnames);
    }
}
