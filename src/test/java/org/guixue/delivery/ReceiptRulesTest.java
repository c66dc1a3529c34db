package org.guixue.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.form.FormCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 14);

    @TempDir
    Path folder;

    private ReceiptRules rules(String county, String json) throws IOException {
        Path file = Files.createDirectories(folder.resolve(county)).resolve("jurisdiction.json");
        Files.writeString(file, json);
        return new ReceiptRules(FormCatalog.load(List.of(Path.of("forms"), folder)));
    }

    @Test
    void whatArrivedStartsItOnItsDayUnlessTheCountySaysOtherwise() throws IOException {
        ReceiptRules rules = rules("qiaoxian", """
                {"name": "桥县", "parent": "national", "gates": [
                  {"id": "receipt-left", "off": true}, {"id": "receipt-post", "numbers": {"days": 3}}]}
                """);
        assertEquals(Optional.of(DAY), rules.startsOn("qiaoxian", DeliveryOutcome.GUARDIAN, DAY));
        assertEquals(Optional.of(DAY), rules.startsOn("qiaoxian", DeliveryOutcome.PROXY, DAY));
        assertEquals(Optional.empty(), rules.startsOn("qiaoxian", DeliveryOutcome.LEFT, DAY));
        assertEquals(Optional.of(DAY.plusDays(3)), rules.startsOn("qiaoxian", DeliveryOutcome.POST, DAY));
        assertEquals(Optional.empty(), rules.startsOn("qiaoxian", DeliveryOutcome.FAILED, DAY));
        assertEquals(Optional.of(DAY), rules.startsOn("shangtianti", DeliveryOutcome.LEFT, DAY));
    }

    @Test
    void whereNobodySaysAnythingItIsTheDayItself() throws IOException {
        ReceiptRules rules = rules("danxian", "{\"name\": \"单县\"}");
        assertEquals(Optional.of(DAY), rules.startsOn("danxian", DeliveryOutcome.LEFT, DAY));
    }
}
