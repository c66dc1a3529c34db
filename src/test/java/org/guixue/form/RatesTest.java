package org.guixue.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What jurisdictions say of rates: read strictly, inherited by id. */
class RatesTest {
    @TempDir
    Path folder;

    private Jurisdiction read(String rates) throws IOException, BrokenFileException {
        Path file = folder.resolve("jurisdiction.json");
        Files.writeString(file, "{\"name\": \"某县\", \"parent\": \"national\", \"rates\": [" + rates + "]}");
        return JurisdictionFile.read("mouxian", file, FormFile.bytes(file), fault -> {});
    }

    private static String rate(String numerator) {
        return """
                {"id": "dropout", "label": "辍学率", "formula": "减少数÷学年初在校生数", "source": "某教〔2026〕1号",
                 "numerator": [%s], "over": ["atSchoolAtStart"]}""".formatted(numerator);
    }

    @Test
    void theNationalOnesAreInForceWithTheirDefinitionsAndSources() {
        List<Jurisdiction.Rate> rates =
                FormCatalog.load(List.of(Path.of("forms"))).ratesOf("shifan");
        assertEquals(
                List.of("enrolment", "retention", "dropout"),
                rates.stream().map(Jurisdiction.Rate::id).toList());
        assertTrue(rates.stream().noneMatch(rate -> rate.source().isBlank()));
    }

    @Test
    void aCountyDefinesItsOwnInPlaceOfItsParents() throws Exception {
        Jurisdiction own = read(rate("\"turnedDroppedOut\", \"-turnedSuspended\""));
        Jurisdiction.Rate dropout = own.rates().get(0);
        assertEquals(
                List.of(
                        new Jurisdiction.RollTerm(RollFigure.TURNED_DROPPED_OUT, false),
                        new Jurisdiction.RollTerm(RollFigure.TURNED_SUSPENDED, true)),
                dropout.numerator());
        Jurisdiction national = FormCatalog.load(List.of(Path.of("forms")))
                .jurisdiction("national")
                .orElseThrow();
        List<Jurisdiction.Rate> inForce = new Inheritance(List.of(national, own), id -> Optional.empty()).rates();
        assertEquals(3, inForce.size());
        assertEquals("某教〔2026〕1号", inForce.get(2).source());
    }

    @Test
    void refusesAFigureThatNobodyCountsAndARateOfNothing() {
        BrokenFileException unknown = assertThrows(BrokenFileException.class, () -> read(rate("\"happyChildren\"")));
        assertTrue(unknown.getMessage().contains("happyChildren"), unknown.getMessage());
        assertThrows(BrokenFileException.class, () -> read(rate("")));
    }
}
