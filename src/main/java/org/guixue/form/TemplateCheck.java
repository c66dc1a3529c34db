package org.guixue.form;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range.Position;
import org.jsoup.parser.Parser;

/**
 * Holds a template against its form: every bound name is a field and the other way round, nothing in it can run, and it
 * reads nothing from outside its folder.
 */
final class TemplateCheck {
    private static final Set<String> ELEMENTS = Set.of(
            "html",
            "head",
            "meta",
            "title",
            "link",
            "body",
            "div",
            "section",
            "p",
            "span",
            "br",
            "h1",
            "h2",
            "h3",
            "table",
            "caption",
            "colgroup",
            "col",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "ol",
            "ul",
            "li",
            "strong",
            "em",
            "sup",
            "sub",
            "#root");
    private static final Set<String> ATTRIBUTES = Set.of(
            "class",
            "lang",
            "charset",
            "rel",
            "href",
            "colspan",
            "rowspan",
            "scope",
            "id",
            "headers",
            "data-field",
            "data-row",
            "data-number",
            "data-boxes",
            "data-options",
            "data-copy",
            "data-tear",
            "data-continue",
            "data-if",
            "data-law",
            "data-seal",
            "data-qr",
            "data-hint",
            "data-blank-rows",
            "data-least-rows");

    private final Form form;
    private final Path html;
    private final Set<String> bound = new HashSet<>();

    private TemplateCheck(Form form, Path html) {
        this.form = form;
        this.html = html;
    }

    static void check(Form form, Path folder, LawLibrary law) throws BrokenFileException {
        String name = form.isLedger() ? "ledger" : "form";
        style(folder.resolve(name + ".css"), form.css());
        TemplateCheck check = new TemplateCheck(form, folder.resolve(name + ".html"));
        Document document = Jsoup.parse(form.html(), "", Parser.htmlParser().setTrackPosition(true));
        if (document.selectFirst("div.sheet") == null) {
            throw check.fault(document, "没有 <div class=\"sheet …\">");
        }
        if (document.select("h1").size() != 1) {
            throw check.fault(document, "应当有一个而且只有一个 <h1>");
        }
        for (Element element : document.getAllElements()) {
            check.element(element, law);
        }
        check.everyFieldIsBound(document);
    }

    static void style(Path file, String css) throws BrokenFileException {
        List<String> lines = css.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.contains("url(") || line.contains("@import") || line.contains("<")) {
                throw new BrokenFileException(
                        new FormFault(file.toString(), i + 1, "样式里不能有 url()、@import 或 <：表样不读文件夹以外的东西"));
            }
        }
    }

    private void element(Element element, LawLibrary law) throws BrokenFileException {
        if (!ELEMENTS.contains(element.normalName())) {
            throw fault(element, "表样里不能用 <" + element.normalName() + ">");
        }
        for (Attribute attribute : element.attributes()) {
            if (!ATTRIBUTES.contains(attribute.getKey())) {
                throw fault(element, "表样里不能用属性 " + attribute.getKey());
            }
        }
        if (element.normalName().equals("link")
                && !Set.of("../../paper.css", form.isLedger() ? "ledger.css" : "form.css")
                        .contains(element.attr("href"))) {
            throw fault(element, "只能引用 ../../paper.css 和 " + (form.isLedger() ? "ledger.css" : "form.css"));
        }
        if (element.hasAttr("data-law") && !law.isInForce(element.attr("data-law"))) {
            throw fault(element, "law.json 里没有现行的 “" + element.attr("data-law") + "”");
        }
        if (element.hasAttr("data-boxes") && !element.attr("data-boxes").matches("[1-9]\\d?")) {
            throw fault(element, "data-boxes 应当是 1 到 99 的格数");
        }
        if (element.hasAttr("data-blank-rows")
                && !element.attr("data-blank-rows").matches("\\d{1,2}")) {
            throw fault(element, "data-blank-rows 应当是 0 到 99 的行数");
        }
        if (element.hasAttr("data-least-rows")
                && !element.attr("data-least-rows").matches("\\d{1,2}")) {
            throw fault(element, "data-least-rows 应当是 0 到 99 的行数");
        }
        name(element, "data-row", Optional.empty());
        name(element, "data-if", Optional.empty());
        name(element, "data-field", table(element));
    }

    private void name(Element element, String attribute, Optional<Field> table) throws BrokenFileException {
        if (!element.hasAttr(attribute)) {
            return;
        }
        String name = element.attr(attribute);
        Optional<Field> field = table.isPresent() ? table.get().column(name) : form.field(name);
        boolean reserved = table.isEmpty()
                && attribute.equals("data-field")
                && (SheetFacts.RESERVED.contains(name) || form.words().containsKey(name));
        boolean fits = field.map(found -> (found.type() == FieldType.TABLE) == attribute.equals("data-row"))
                .orElse(reserved);
        if (!fits && !(attribute.equals("data-if") && field.isPresent())) {
            throw fault(element, attribute + "=\"" + name + "\" 不是 form.json 里相应的栏目");
        }
        if (!attribute.equals("data-if")) {
            bound.add(table.map(owner -> owner.name() + "." + name).orElse(name));
        }
    }

    private Optional<Field> table(Element element) {
        return Optional.ofNullable(element.closest("[data-row]")).flatMap(row -> form.field(row.attr("data-row")));
    }

    /** A ledger's sheet, often the source's own, has no place for all that a ledger knows of itself, its totals and its rows. */
    private void everyFieldIsBound(Document document) throws BrokenFileException {
        for (Field field : form.fields()) {
            boolean optional = form.isLedger() && field.type() != FieldType.TABLE;
            if (!optional && !bound.contains(field.name())) {
                throw fault(document, "栏目 “" + field.name() + "”（" + field.label() + "）在表样里没有位置");
            }
            for (Field column : field.fields()) {
                boolean hidden =
                        form.isLedger() && Set.of(Ledger.KEY, Ledger.MARKS).contains(column.name());
                if (!hidden && !bound.contains(field.name() + "." + column.name())) {
                    throw fault(document, "表格 “" + field.name() + "” 的列 “" + column.name() + "” 在表样里没有位置");
                }
            }
        }
    }

    private BrokenFileException fault(Element element, String reason) {
        Position start = element.sourceRange().start();
        int line = start.isTracked() ? start.lineNumber() : 0;
        return new BrokenFileException(new FormFault(html.toString(), line, reason));
    }
}
