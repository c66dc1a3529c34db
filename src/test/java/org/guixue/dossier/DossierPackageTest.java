package org.guixue.dossier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guixue.Sha256;
import org.guixue.archive.Damaged;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossierPackageTest {
    private static final URI PUBLIC_URL = URI.create("https://guixue.example.cn");

    @TempDir
    static Path folder;

    static SampleDossier sample;
    static byte[] zip;
    static StrictBag bag;

    @BeforeAll
    static void make() throws Exception {
        sample = new SampleDossier(folder);
        zip = packed(sample.dossier);
        bag = StrictBag.unpack(zip, folder.resolve("unpacked"));
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    private static byte[] packed(Dossier dossier) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DossierPackage(sample.archive, PUBLIC_URL).write(dossier, out);
        return out.toByteArray();
    }

    @Test
    void isAValidBag() throws Exception {
        bag.assertValid();
        assertEquals("dossier-17-20261122", bag.name());
    }

    @Test
    void holdsTheFilesOfTheArchiveByteForByteAndNoOthers() throws IOException {
        assertArrayEquals(sample.sealed(1), bag.payload(SampleDossier.file(1) + ".pdf"));
        assertArrayEquals(SampleDossier.SCAN, bag.payload(SampleDossier.file(1) + "-回收件1.pdf"));
        assertArrayEquals(SampleDossier.BROKEN_SCAN, bag.payload(SampleDossier.file(1) + "-回收件2.pdf"));
        assertArrayEquals(sample.sealed(2), bag.payload(SampleDossier.file(2) + ".pdf"));
        assertArrayEquals(sample.sealed(6), bag.payload(SampleDossier.file(6) + ".pdf"));
        assertEquals(
                Set.of(
                        "欧阳娜娜-劝返复学通知书-东小访〔2026〕1号.pdf",
                        "欧阳娜娜-劝返复学通知书-东小访〔2026〕1号-回收件1.pdf",
                        "欧阳娜娜-劝返复学通知书-东小访〔2026〕1号-回收件2.pdf",
                        "欧阳娜娜-劝返复学通知书-东小访〔2026〕2号.pdf",
                        "欧阳娜娜-劝返复学通知书-东小访〔2026〕6号.pdf",
                        "register.jsonl",
                        "index.csv",
                        "index.html"),
                bag.payloadNames());
    }

    @Test
    void holdsTheRegistersOwnLinesOnThesePapersAndOnNoOther() throws IOException {
        Set<String> expected = Files.readAllLines(sample.records.resolve("SF01/2026/D30/register.jsonl")).stream()
                .filter(line -> !line.contains("\"" + SampleDossier.number(5) + "\""))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> lines = new String(bag.payload("register.jsonl"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(7, lines.size());
        assertEquals(expected, new TreeSet<>(lines));
    }

    @Test
    void listsEveryPaperForPrograms() throws IOException {
        String csv = new String(bag.payload("index.csv"), StandardCharsets.UTF_8);
        assertTrue(csv.startsWith("\uFEFF序号,文号,题名,"), csv);
        List<String> rows = csv.lines().toList();
        assertEquals(7, rows.size());
        assertEquals(
                "1,东小访〔2026〕1号,劝返复学通知书,东山镇中心小学,2026-10-02,SF01-WS.2026-D30-0001,已签发,1,"
                        + "欧阳娜娜-劝返复学通知书-东小访〔2026〕1号.pdf,"
                        + Sha256.of(sample.sealed(1)).hex()
                        + ",欧阳娜娜-劝返复学通知书-东小访〔2026〕1号-回收件1.pdf"
                        + " 欧阳娜娜-劝返复学通知书-东小访〔2026〕1号-回收件2.pdf",
                rows.get(1));
        assertEquals("5,东小访〔2026〕5号,劝返复学通知书,东山镇中心小学,2026-10-06,SF01-WS.2026-D30-0005,另册保管,,,,", rows.get(5));
    }

    @Test
    void listsEveryPaperForPeopleWithLinksThatLeadSomewhere() throws IOException {
        Document page = Jsoup.parse(new String(bag.payload("index.html"), StandardCharsets.UTF_8));
        assertEquals("控辍保学个案卷宗：欧阳娜娜", page.title());
        assertEquals(
                List.of("已签发", "已作废", "已作废", "签发中", "另册保管", "已签发"),
                page.select("tbody tr td:last-child").eachText());
        List<String> local = new ArrayList<>();
        for (Element link : page.select("a[href]")) {
            if (!link.attr("href").startsWith("https:")) {
                local.add(link.attr("href"));
            }
        }
        assertTrue(bag.payloadNames().containsAll(local), local.toString());
        assertEquals(5, local.stream().filter(href -> href.endsWith(".pdf")).count());
        assertTrue(page.text().contains("sha256sum -c --strict manifest-sha256.txt"));
        assertEquals(1, page.select("a[href=https://guixue.example.cn/verify]").size());
        assertTrue(page.select("script, link, img").isEmpty());
    }

    @Test
    void escapesWhatANameMayHold() throws Exception {
        Dossier odd = new Dossier(
                SampleDossier.child("<b>张&三</b>"), sample.dossier.entries(), "=东山镇,\"政府\"", SampleDossier.MADE_AT);
        StrictBag unpacked = StrictBag.unpack(packed(odd), folder.resolve("odd"));
        String html = new String(unpacked.payload("index.html"), StandardCharsets.UTF_8);
        assertFalse(html.contains("<b>"), html);
        assertEquals("控辍保学个案卷宗：<b>张&三</b>", Jsoup.parse(html).select("h1").text());
        unpacked.assertValid();
    }

    @Test
    void isTheSameWheneverItIsMadeOnThatDay() throws IOException {
        assertArrayEquals(zip, packed(sample.dossier));
    }

    @Test
    void refusesAFileThatIsNotWhatTheCatalogueSays() {
        DossierEntry wrong = SampleDossier.entry(1, DossierEntry.Standing.VALID, 1, Sha256.of("something else"));
        Dossier dossier = new Dossier(SampleDossier.child("张三"), List.of(wrong), "东山镇人民政府", SampleDossier.MADE_AT);
        assertThrows(Damaged.class, () -> packed(dossier));
    }
}
