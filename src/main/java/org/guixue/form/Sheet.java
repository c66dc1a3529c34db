package org.guixue.form;

import java.util.List;
import java.util.Map;
import org.guixue.Violation;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * A form's look, bound to values: for paper, for the screen, or blank. The template is parsed once; every binding works on a
 * copy, so a sheet is thread-safe. Values enter as text nodes and attribute values only and can never become markup.
 */
public final class Sheet {
    private final Form form;
    private final Document template;
    private final LawLibrary law;

    Sheet(Form form, Document template, LawLibrary law) {
        this.form = form;
        this.template = template;
        this.law = law;
    }

    static Document parse(Form form) {
        Document document = Jsoup.parse(form.html());
        document.outputSettings().prettyPrint(false);
        document.select("link[rel=stylesheet]").remove();
        document.body().nodeStream(TextNode.class).forEach(Sheet::keepSpaces);
        Element style = document.head().appendElement("style");
        style.appendChild(new DataNode(form.paperCss() + "\n" + form.css()));
        return document;
    }

    /** An ideographic space that draws a blank: pdfHTML collapses it, no-break spaces stay. */
    private static void keepSpaces(TextNode text) {
        text.text(text.getWholeText().replace("\u3000", "\u00a0\u00a0\u00a0\u00a0"));
    }

    /**
     * One complete HTML page with its style for the renderer: the contract of rendering. Attributes data-seal, data-qr,
     * data-copy and data-continue stay; a picture's src is <code>photo:</code> and its id.
     */
    public String forPaper(Map<String, Object> values, SheetFacts facts) {
        Document document = template.clone();
        new PaperBinding(form, values, facts, law).bind(document);
        return document.outerHtml();
    }

    /** The form as it lies in the drawer: hints and dotted dates stand, nothing is filled in. */
    public String blank(SheetFacts facts) {
        return blank(Map.of(), facts);
    }

    /** The same with what is known of every paper of the county, such as its own name. */
    public String blank(Map<String, Object> known, SheetFacts facts) {
        Document document = template.clone();
        PaperBinding.blank(form, known, facts, law).bind(document);
        return document.outerHtml();
    }

    /**
     * The sheet as a fragment whose blanks are inputs named after the fields. Style comes from paper.css and form.css, which
     * the page links.
     *
     * What is locked stands as it will on paper; everything else is posted under its own name. Buttons: addRow and removeRow
     * (a table, a row such as <code>visits[0]</code>), removePhoto (an id), act=upload.
     *
     * @param locked field name → why it cannot be changed here, in Chinese
     */
    public String forScreen(
            Map<String, Object> values, List<Violation> violations, Map<String, String> locked, SheetFacts facts) {
        Document document = template.clone();
        new ScreenBinding(form, values, violations, locked, facts, law).bind(document);
        return document.select("div.sheet").outerHtml();
    }

    /** The id of the element on screen where that field, row or cell is filled in: where a link to its fault leads. */
    public static String anchor(String path) {
        return Blank.anchor(path);
    }

    /** What makes the sheet look on screen as it does on paper: paper.css and form.css, without the size of pages. */
    public static String screenCss(Form form) {
        return (form.paperCss() + "\n" + form.css()).replaceAll("@page[^{]*\\{[^}]*}", "");
    }
}
