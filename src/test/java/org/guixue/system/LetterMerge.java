package org.guixue.system;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The peer: as many letters as a mail merge leaves, turned into PDFs by LibreOffice. */
final class LetterMerge {
    private static final String OFFICE = "/usr/bin/soffice";

    private LetterMerge() {}

    /** What converting so many letters of a page costs; empty where LibreOffice's Writer is not installed. */
    static Optional<Double> cpuSeconds(Path folder, int letters) {
        if (Files.notExists(Path.of(OFFICE))) {
            return Optional.empty();
        }
        try {
            Path out = Files.createDirectories(folder.resolve("pdf"));
            List<String> command = new ArrayList<>(List.of(
                    "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                    "--headless",
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    out.toString()));
            for (int n = 1; n <= letters; n++) {
                command.add(letter(folder, n).toString());
            }
            Path list = Files.writeString(folder.resolve("arguments"), String.join("\n", command));
            String said = Command.output(
                    "bash",
                    "-c",
                    "TIMEFORMAT='%U %S'; time xargs -d '\\n' -a " + list + " " + OFFICE + " >/dev/null 2>&1");
            long made = count(out);
            if (made == 0) {
                return Optional.empty();
            }
            if (made != letters) {
                throw new AssertionError("LibreOffice made " + made + " PDFs of " + letters + " letters");
            }
            String[] words = said.strip().split("\\s+");
            return Optional.of(
                    Double.parseDouble(words[words.length - 2]) + Double.parseDouble(words[words.length - 1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static Path letter(Path folder, int n) throws IOException {
        Path file = folder.resolve("letter-" + n + ".docx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Default Extension="xml" ContentType="application/xml"/>
                    <Override PartName="/word/document.xml"
                     ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            entry(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="r1" Target="word/document.xml"
                     Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>""");
            entry(zip, "word/document.xml", document(n));
        }
        return file;
    }

    private static String document(int n) {
        StringBuilder body = new StringBuilder();
        for (String line : """
                示范县劝返复学通知书
                东小劝〔2026〕%d号
                王建国：
                您监护的学生王子涵（女，四年级77班）自2026年11月21日起没有到校上课。班主任电话联系两次，该生至今没有返校。
                《中华人民共和国义务教育法》第十一条第一款规定：“凡年满六周岁的儿童，其父母或者其他法定监护人应当送其入学接受并完成义务教育。”
                请自收到本通知书之日起七日内送其返校，继续接受义务教育。因疾病或者特殊情况不能到校的，请在同一期限内向学校提出书面申请。
                学校欢迎学生随时返校，并将帮助其补习功课、解决困难。
                特此通知。
                东山镇中心小学
                2026年11月30日""".formatted(n).split("\n")) {
            body.append("<w:p><w:r><w:rPr><w:rFonts w:eastAsia=\"Noto Serif SC\"/><w:sz w:val=\"32\"/></w:rPr><w:t>")
                    .append(line.strip())
                    .append("</w:t></w:r></w:p>");
        }
        return "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
                + "</w:body></w:document>";
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
