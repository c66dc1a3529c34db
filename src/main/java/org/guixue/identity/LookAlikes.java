package org.guixue.identity;

/**
 * Characters that look like an ideograph and are none: what a picture or a PDF was read as, or what an old keyboard gave.
 * Radicals stand for the ideograph that Unicode names for them (EquivalentUnifiedIdeograph), the private characters of GBK
 * for those that GB 18030-2022 puts in their place.
 */
final class LookAlikes {
    private static final int FIRST_RADICAL = 0x2E80;
    private static final int[] RADICALS = ("⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛"
                    + "犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑"
                    + "钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟")
            .codePoints()
            .toArray();

    private static final int FIRST_KANGXI = 0x2F00;
    private static final int[] KANGXI = ("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀"
                    + "寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋"
                    + "比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸"
                    + "缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛"
                    + "辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻"
                    + "黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠")
            .codePoints()
            .toArray();

    private static final int FIRST_PRIVATE = 0xE815;
    private static final int[] PRIVATE = ("厂𠂇𠂉𠃌乙㑳㑇刀㔾龴㖞㘚㘎小心㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠牛𡗗龸𤴔䁖䅟𥫗䌷㓁羊𦍌𢦏䎱"
                    + "䎬聿䏝䓖䙡䙌龹䜣䜩䝼䞍𧾷䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻")
            .codePoints()
            .toArray();

    private LookAlikes() {}

    /** The ideograph that was meant; the character itself where it is no look-alike. */
    static int meant(int character) {
        if (character < FIRST_RADICAL || character > FIRST_PRIVATE + PRIVATE.length) {
            return character;
        }
        int radical = among(RADICALS, FIRST_RADICAL, character);
        int kangxi = among(KANGXI, FIRST_KANGXI, radical);
        return among(PRIVATE, FIRST_PRIVATE, kangxi);
    }

    private static int among(int[] meant, int first, int character) {
        int position = character - first;
        return position >= 0 && position < meant.length ? meant[position] : character;
    }
}
