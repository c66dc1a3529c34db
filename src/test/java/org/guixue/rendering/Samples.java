package org.guixue.rendering;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Papers for tests, modelled on a notice with its three copies. */
public final class Samples {
    /** Loaded once: loading fonts is most of a test's time. */
    public static final Fonts FONTS = Fonts.packed();

    /** When the samples are issued. */
    public static final Instant WHEN = Instant.parse("2026-11-22T02:00:00Z");

    static final Verification LINK =
            new Verification(URI.create("https://guixue.example.cn"), "8c1f0e7a35d94b62a0c7e418f2b6935d");
    static final About ABOUT = new About("劝返复学通知书", "东山镇中心小学", "东小访〔2026〕12号", WHEN);

    private Samples() {}

    static final String CSS = """
            @page { size: A4; margin: 25mm 20mm 26mm 22mm; }
            .sheet { font-family: "Guixue FangSong", "Guixue Song"; font-size: 12pt; line-height: 1.6; color: #000; }
            .sheet h1 { font-family: "Guixue Title"; font-weight: normal; font-size: 22pt; text-align: center; margin: 0 0 6mm 0; }
            .sheet p { margin: 0; text-indent: 2em; text-align: justify; }
            .sheet p.plain { text-indent: 0; }
            .sheet table { width: 100%; border-collapse: collapse; table-layout: fixed; }
            .sheet td, .sheet th { border: 0.5pt solid #000; padding: 1mm; text-align: center; font-weight: normal; }
            .sheet th { font-family: "Guixue Hei"; }
            .sheet td.value { font-family: "Guixue Kai"; }
            .sheet .tall { height: 60mm; }
            .sheet .qr { width: 20mm; height: 20mm; }
            .sheet .sign { width: 70mm; margin-left: 90mm; text-align: center; }
            .sheet .cut { border-top: 0.5pt dashed #000; margin: 6mm 0; }
            """;

    public static String html(String body) {
        return "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>劝返复学通知书</title><style>" + CSS
                + "</style></head><body class=\"sheet\">" + body + "</body></html>";
    }

    public static String notice(String name) {
        return html("""
                <section data-copy="正联"><h1>劝返复学通知书</h1>
                <p class="plain">东小访〔2026〕12号</p>
                <p class="plain">%1$s同学家长（监护人）：</p>
                <p>您的孩子%1$s系我校五年级2班学生，自2026年9月1日起未到校上课，经我校教师多次动员，仍未返校。《中华人民共和国义务教育法》\
                第十一条规定：“凡年满六周岁的儿童，其父母或者其他法定监护人应当送其入学接受并完成义务教育。”请自收到本通知书之日起七日内\
                送孩子返校就读——逾期不送的，学校将依法报告……特此通知。</p>
                <table><caption>学生情况</caption><tr><th scope="col">姓名</th><th scope="col">性别</th><th scope="col">民族</th><th scope="col">居民身份证号码</th></tr>
                <tr><td class="value">%1$s</td><td class="value">女</td><td class="value">汉族</td><td class="value">360721201403151224</td></tr></table>
                <div class="sign" data-seal="学校"><p class="plain">东山镇中心小学</p><p class="plain">2026年11月22日</p></div>
                <div class="qr" data-qr="正联"></div></section>
                """.formatted(name));
    }

    public static Paper paper(String html) {
        return Paper.of(html, ABOUT)
                .withVerification(LINK)
                .withSeal("东山镇中心小学")
                .withAttachments(List.of(new Attachment(
                        "values.json",
                        "application/json",
                        Attachment.Relationship.DATA,
                        "填写的内容",
                        "{\"studentName\":\"张三\"}".getBytes(StandardCharsets.UTF_8))));
    }

    public static byte[] pdf(String body) {
        return new Renderer(FONTS).render(paper(html(body))).pdf();
    }
}
