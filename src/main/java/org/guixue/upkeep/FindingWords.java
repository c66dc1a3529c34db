package org.guixue.upkeep;

import java.util.Map;
import org.guixue.archive.Finding;
import org.guixue.fixity.FixityFinding;

/** What a round found, in Chinese. */
final class FindingWords {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry(Finding.Kind.MISSING.name(), "丢失"),
            Map.entry(Finding.Kind.ALTERED.name(), "内容被改动或读不出"),
            Map.entry(Finding.Kind.UNLISTED.name(), "来历不明的文件"),
            Map.entry(Finding.Kind.MANIFEST_ALTERED.name(), "清单不符"),
            Map.entry(Finding.Kind.CHAIN_BROKEN.name(), "登记簿断链"),
            Map.entry(Finding.Kind.REGISTER_SHORTER.name(), "登记簿变短"),
            Map.entry(Finding.Kind.REGISTER_DIFFERS.name(), "登记簿被改写"),
            Map.entry(Finding.Kind.OUT_OF_TIME.name(), "登记时间颠倒"),
            Map.entry(Finding.Kind.TAG_ALTERED.name(), "说明文件不符"),
            Map.entry(Finding.Kind.HEADS_ALTERED.name(), "链首文件不符"));

    private FindingWords() {}

    /** What is odd in the trail is a sentence already. */
    static String of(FixityFinding finding) {
        return WORDS.containsKey(finding.kind()) && finding.place().contains("/")
                ? WORDS.get(finding.kind()) + "：" + finding.place()
                : finding.detail();
    }
}
