package org.guixue.instrument.photo;

import java.io.IOException;

/** A file that is no picture that a paper could carry. The message is Chinese and continues the file's name: what it is, and the way out. */
public final class UnfitPicture extends IOException {
    private static final long serialVersionUID = 1;

    private static final String AGAIN = "，请从手机或相机中重新取一份完整的原图上传";

    public UnfitPicture(String message) {
        super(message);
    }

    static UnfitPicture incomplete() {
        return new UnfitPicture("不完整，只有一部分画面（可能没有传完）" + AGAIN);
    }

    static UnfitPicture damaged() {
        return new UnfitPicture("已损坏，不能读出画面" + AGAIN);
    }

    static UnfitPicture coded(String how) {
        return new UnfitPicture("采用了%s，本系统不能读取，请用“画图”等软件打开，另存为JPEG后重新上传".formatted(how));
    }

    /** @param fault what is wrong with the embedded profile */
    static UnfitPicture profiled(String fault) {
        return new UnfitPicture("内嵌的颜色配置文件（ICC）%s，无法保证颜色不失真，请用“画图”等软件打开，另存为JPEG后重新上传".formatted(fault));
    }
}
