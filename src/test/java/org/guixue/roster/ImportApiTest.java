package org.guixue.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.guixue.page.Stored;
import org.guixue.page.Wire;
import org.junit.jupiter.api.Test;

class ImportApiTest {
    private static final List<RowRefusals.Refusal> REJECTED = List.of(new RowRefusals.Refusal(4, "姓名", "请填写姓名"));

    @Test
    void countsRowsAsTakenOnlyWhereTheyWereWritten() throws Exception {
        assertEquals(
                "{\"accepted\":3,\"updated\":1,\"unchanged\":2,\"rejected\":[{\"row\":4,\"column\":\"姓名\",\"message\":\"请填写姓名\"}],"
                        + "\"notImported\":[\"爱好\"],\"notGranted\":[],\"skipped\":[]}",
                Wire.of(ImportApi.TakenRoster.of(roster(ImportState.DONE), false, REJECTED)));
        assertEquals(
                "{\"accepted\":0,\"updated\":0,\"unchanged\":2,\"rejected\":[],\"notImported\":[\"爱好\"],\"notGranted\":[],"
                        + "\"skipped\":[]}",
                Wire.of(ImportApi.TakenRoster.of(roster(ImportState.READY), false, List.of())));
    }

    @Test
    void saysHowFarAnImportIs() throws Exception {
        assertEquals(
                "{\"id\":6,\"state\":\"APPLYING\",\"label\":\"正在导入\",\"running\":true,\"all\":12,\"done\":5,\"note\":\"\","
                        + "\"accepted\":3,\"updated\":1,\"unchanged\":2,\"refused\":4,\"undecided\":1,\"passedOver\":1}",
                Wire.of(ImportApi.ImportProgress.of(roster(ImportState.APPLYING))));
    }

    private static RosterImport roster(ImportState state) throws ReflectiveOperationException {
        return Stored.as(
                RosterImport.class,
                "id",
                6L,
                "state",
                state,
                "rowsAll",
                12,
                "rowsDone",
                5,
                "entered",
                3,
                "changed",
                1,
                "unchanged",
                2,
                "refused",
                4,
                "undecided",
                1,
                "passedOver",
                1,
                "notImported",
                "爱好");
    }
}
