package org.guixue.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An index of eight papers of one county, each of another child. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EightPapers {
    SearchIndex index;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        index = SearchIndex.open(folder.resolve("index"), Records.KEY);
        index.put(Records.of(1, "张三", "张三未到校，责任人李四。\n2026年3月10日家访，家住大坪村。"), 1);
        index.put(Records.of(2, "张三丰", "学生随父母外出务工\n小学"), 2);
        index.put(Records.of(3, "仇小英", "张三的同学；手机13800000000", "听力残疾二级"), 3);
        index.put(Records.of(4, "覃明", "家访一次。责任人：王小学"), 4);
        index.put(Records.of(5, "阿卜杜热西提·买买提", "劝返三次 身份证 360702201203041234 学籍号G360702201203041234"), 5);
        index.put(Records.of(6, "吕𬸦龘", "图片<b>一</b>张"), 6);
        index.put(Records.of(7, "尉迟恭", "已复学"), 7);
        index.put(Records.of(12, "李娜", "已复学，2026-03-18签字"), 12);
        index.refresh();
    }

    @AfterAll
    void close() throws IOException {
        index.close();
    }

    String ids(String q) {
        return ids(SearchQuery.of(q), false);
    }

    String ids(SearchQuery query, boolean sensitive) {
        return index.search(query, Records.COUNTY, sensitive).items().stream()
                .map(item -> Long.toString(item.id()))
                .collect(Collectors.joining(" "));
    }
}
