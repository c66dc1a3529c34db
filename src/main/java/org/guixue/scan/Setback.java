package org.guixue.scan;

/** Why a sheet could not be filed by itself. */
public enum Setback {
    UNREADABLE("这一页读不出来"),
    NO_CODE("没有找到本系统文书的二维码"),
    BLANK("空白页"),
    /** No such paper, or none that the owner of the pile may see: not told apart. */
    UNKNOWN_PAPER("二维码不是本单位可办理的文书"),
    TWO_PAPERS("一页上有两份文书的二维码，请分开扫描，或者指定归入哪一份"),
    NOT_SEALED("这份文书还在盖章归档"),
    VOID_PAPER("这份文书已经作废"),
    NO_SUCH_PAGE("二维码所写的页码超出这份文书的页数"),
    TWICE("与本叠前面的一页是同一张"),
    ALREADY("这一页以前已经回收过"),
    /** A blank form that was filled by hand, whose draft somebody threw away. */
    DISCARDED_DRAFT("这是待填的空白表，为它留的草稿已经删除，无处录入"),
    SIGNED_FILE("文件带有电子签名，要整份保存；其中没有本单位文书的二维码，或者不止一份"),
    ORIGINAL("这是签发时的电子原件，不是回收的纸质件");

    private final String label;

    Setback(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
