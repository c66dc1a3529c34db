package org.guixue.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.access.Caller;
import org.guixue.audit.ListingTrail;
import org.guixue.instrument.Words;
import org.guixue.office.Letterhead;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.search.Place;
import org.guixue.search.SearchIndex;
import org.guixue.search.SearchQuery;
import org.guixue.search.SearchResult;
import org.guixue.workbook.Listing;
import org.guixue.workbook.SheetColumn;

/** What a search for papers finds, as a listing: masked IDs, no text of the papers. The trail has it before a byte leaves. */
@ApplicationScoped
public class PaperListing {
    private final SearchIndex index;
    private final Offices offices;
    private final Letterhead letterhead;
    private final Words words;
    private final ListingTrail trail;

    @Inject
    public PaperListing(SearchIndex index, Offices offices, Letterhead letterhead, Words words, ListingTrail trail) {
        this.index = index;
        this.offices = offices;
        this.letterhead = letterhead;
        this.words = words;
        this.trail = trail;
    }

    Listing of(Caller caller, SearchQuery query) {
        long total =
                index.search(query, caller.scope(), caller.mayReadSensitive()).total();
        Listing.refuseTooMany(total);
        Map<String, String> filter = filter(caller, query);
        trail.exportedListing(caller, "文书目录", filter, total, "");
        return new Listing(
                "文书目录",
                letterhead.of(caller),
                List.of(
                        SheetColumn.text("发文字号", 26),
                        SheetColumn.text("文书名称", 34),
                        SheetColumn.text("种类", 16),
                        SheetColumn.text("学生姓名", 14),
                        SheetColumn.text("身份证件号", 21),
                        SheetColumn.text("学校", 24),
                        SheetColumn.text("乡镇", 20),
                        SheetColumn.date("签发日期"),
                        SheetColumn.text("状态", 10),
                        SheetColumn.text("档号", 26)),
                rows -> index.walk(query, caller.scope(), caller.mayReadSensitive(), paper -> rows.add(row(paper))),
                List.of(
                        letterhead.scopeOf(caller),
                        Letterhead.conditions(filter),
                        "证件号码中间各位已隐去；查看原件请按档号打开，打开原件会记入审计。",
                        "本表是未成年人的个人信息，请妥善保管，用后销毁；导出已记入审计。"));
    }

    private Object[] row(SearchResult.Item paper) {
        return new Object[] {
            paper.serial(),
            paper.title(),
            index.kindLabel(paper.kind()),
            paper.studentName(),
            paper.maskedId(),
            paper.school().map(Place::name).orElse(""),
            paper.township().map(Place::name).orElse(""),
            paper.issuedOn(),
            words.state(paper.state()),
            paper.archivalNumber()
        };
    }

    private Map<String, String> filter(Caller caller, SearchQuery query) {
        Map<String, String> filter = new LinkedHashMap<>();
        if (!query.q().isBlank()) {
            filter.put("检索", query.q().strip());
        }
        query.kind().ifPresent(kind -> filter.put("种类", index.kindLabel(kind)));
        query.form().ifPresent(form -> filter.put("表样", form));
        query.school().ifPresent(id -> filter.put("学校", name(id, caller)));
        query.township().ifPresent(id -> filter.put("乡镇", name(id, caller)));
        query.year().ifPresent(year -> filter.put("年度", Integer.toString(year)));
        query.from().ifPresent(day -> filter.put("签发不早于", day.toString()));
        query.to().ifPresent(day -> filter.put("签发不晚于", day.toString()));
        query.state().ifPresent(state -> filter.put("状态", words.state(state)));
        return filter;
    }

    private String name(long id, Caller caller) {
        return offices.find(id, caller.scope()).map(Office::name).orElse("所选单位");
    }
}
