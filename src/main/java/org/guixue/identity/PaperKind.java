package org.guixue.identity;

import java.util.Optional;

/**
 * What kind of paper a number stands on: the seven kinds of the national roster system by code and label, those that this
 * house knows besides, and what people call them. A household register carries resident IDs.
 */
public final class PaperKind {
    public static final String RESIDENT = "居民身份证";

    private static final CodeList KINDS = CodeList.of(
                    "1", RESIDENT,
                    "6", "香港特区护照/身份证明",
                    "7", "澳门特区护照/身份证明",
                    "8", "台湾居民来往大陆通行证",
                    "9", "境外永久居住证",
                    "A", "护照",
                    "Z", "其他")
            .also(
                    RESIDENT,
                    "身份证",
                    "中华人民共和国居民身份证",
                    "大陆居民身份证",
                    "内地居民身份证",
                    "二代身份证",
                    "第二代身份证",
                    "二代居民身份证",
                    "第二代居民身份证",
                    "临时身份证",
                    "临时居民身份证",
                    "身份证号",
                    "身份证号码",
                    "公民身份号码",
                    "户口簿",
                    "户口薄",
                    "户口本",
                    "居民户口簿",
                    "居民户口薄")
            .also("香港特区护照/身份证明", "香港特别行政区护照/身份证明", "香港特区护照", "香港特区身份证明", "香港身份证", "香港居民身份证", "香港护照")
            .also("澳门特区护照/身份证明", "澳门特别行政区护照/身份证明", "澳门特区护照", "澳门特区身份证明", "澳门身份证", "澳门居民身份证", "澳门护照")
            .also("台湾居民来往大陆通行证", "台湾居民往来大陆通行证", "台湾同胞来往大陆通行证", "台胞证")
            .also("港澳居民来往内地通行证", "港澳同胞来往内地通行证", "港澳居民往来内地通行证", "回乡证")
            .also("港澳居民居住证", "港澳居民居住证件")
            .also("台湾居民居住证")
            .also("外国人永久居留身份证", "外国人永久居留证")
            .also("护照", "外国护照", "中国护照", "普通护照", "外国人护照")
            .also("出生医学证明", "出生证", "出生证明")
            .also("其他", "其它", "其他证件", "其它证件");

    private PaperKind() {}

    /** The kind that was meant, {@link #RESIDENT} among them; empty for one that nobody knows. */
    public static Optional<String> read(String typed) {
        return KINDS.label(typed);
    }

    public static boolean isResident(String typed) {
        return read(typed).filter(RESIDENT::equals).isPresent();
    }
}
