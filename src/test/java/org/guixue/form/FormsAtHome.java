package org.guixue.form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The packaged forms, and one of a county's own in a home of its own. */
abstract class FormsAtHome {
    static final Path PACKAGED = Path.of("forms");

    static final String JSON = """
            {
              "id": "watch-list", "version": 1,
              "title": "重点学生登记表", "kind": "WATCH", "about": "student",
              "issuers": ["SCHOOL"], "series": "重", "serial": "{office.mark}{series}〔{year}〕{n}号",
              "copies": [], "countersigned": [], "retention": "D10", "access": "ordinary", "basis": [],
              "fields": [
                {"name": "studentName", "label": "姓名", "type": "name", "required": true, "from": "student.name"},
                {"name": "seenOn", "label": "日期", "type": "date", "notAfter": "issuedOn"}
              ]
            }
            """;

    static final String HTML = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head><meta charset="UTF-8"><title>重点学生登记表</title><link rel="stylesheet" href="form.css"></head>
            <body><div class="sheet">
            <h1 data-field="title">重点学生登记表</h1>
            <p>姓名：<span data-field="studentName"></span></p>
            <p>日期：<span data-field="seenOn">年月日</span></p>
            <div data-seal="公章"></div>
            </div></body></html>
            """;

    @TempDir
    Path home;

    Path folder;

    @BeforeEach
    void putAFormIntoTheHome() throws IOException {
        folder = Files.createDirectories(home.resolve("shifan/watch-list"));
        write("form.json", JSON);
        write("form.html", HTML);
        write("form.css", ".sheet h1 { font-size: 20pt; }\n");
    }

    static FormCatalog packaged() {
        return FormCatalog.load(List.of(PACKAGED));
    }

    FormCatalog load() {
        return FormCatalog.load(List.of(PACKAGED, home, home.resolve("missing")));
    }

    void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
