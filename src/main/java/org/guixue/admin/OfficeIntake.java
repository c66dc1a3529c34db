package org.guixue.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.guixue.access.Caller;
import org.guixue.form.FormCatalog;
import org.guixue.office.OfficeImport;
import org.guixue.office.OfficeSheet;
import org.guixue.office.PlannedOffice;
import org.guixue.page.WaitingFiles.Waiting;
import org.guixue.workbook.ImportPlan;
import org.guixue.workbook.Table;
import org.guixue.workbook.Workbook;

/** Reads a workbook of offices and gives it to the import with what the forms know: which jurisdictions there are. */
@ApplicationScoped
public class OfficeIntake {
    private final OfficeImport offices;
    private final FormCatalog forms;

    @Inject
    public OfficeIntake(OfficeImport offices, FormCatalog forms) {
        this.offices = offices;
        this.forms = forms;
    }

    Table table(Waiting file) {
        return Workbook.open(file.bytes()).table(OfficeSheet.HEADINGS);
    }

    ImportPlan<PlannedOffice> preview(Caller caller, Waiting file) {
        return offices.preview(caller, table(file), jurisdictions());
    }

    ImportPlan<PlannedOffice> confirm(Caller caller, Waiting file, String seen) {
        return offices.confirm(caller, table(file), jurisdictions(), seen);
    }

    private Map<String, String> jurisdictions() {
        Map<String, String> ids = new HashMap<>();
        forms.jurisdictions().forEach(each -> {
            ids.put(each.name(), each.id());
            ids.put(each.id(), each.id());
        });
        return ids;
    }
}
