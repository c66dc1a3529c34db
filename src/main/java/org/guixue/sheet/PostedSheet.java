package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.form.FormValues;
import org.guixue.form.Sheet;
import org.guixue.instrument.Photos;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Upload;

/** What came with a posted sheet beside its texts: pictures, and the buttons of rows and pictures. */
@ApplicationScoped
public class PostedSheet {
    private final Photos photos;

    @Inject
    public PostedSheet(Photos photos) {
        this.photos = photos;
    }

    /** Does what the buttons of rows and pictures say; the place to go back to. */
    static String arrange(SheetRequest request, Map<String, Object> values) {
        String table = request.text("addRow");
        String row = request.text("removeRow");
        String photo = request.text("removePhoto");
        Map<String, Object> changed = new LinkedHashMap<>(values);
        String anchor = "";
        if (!table.isEmpty()) {
            changed = FormValues.withRow(values, table);
            anchor = "#" + Sheet.anchor(table);
        } else if (!row.isEmpty()) {
            changed = FormValues.withoutRow(values, row);
            anchor = "#" + Sheet.anchor(row.replaceAll("\\[.*", ""));
        } else if (!photo.isEmpty()) {
            changed.replaceAll((name, value) ->
                    value instanceof List<?> list && list.contains(photo) ? without(list, photo) : value);
        }
        values.clear();
        values.putAll(changed);
        return anchor;
    }

    private static List<?> without(List<?> list, String gone) {
        return list.stream().filter(id -> !id.equals(gone)).toList();
    }

    /** Takes the pictures that came with it; what is wrong with those that were not taken. */
    List<Violation> addPictures(Caller caller, SheetRequest request, Map<String, Object> values) {
        List<Violation> refused = new ArrayList<>();
        request.pictures().forEach((field, uploads) -> addPictures(caller, values, field, uploads, refused));
        return refused;
    }

    private void addPictures(
            Caller caller, Map<String, Object> values, String field, List<Upload> uploads, List<Violation> refused) {
        List<Object> ids = new ArrayList<>(values.get(field) instanceof List<?> present ? present : List.of());
        for (Upload upload : uploads) {
            try {
                ids.add(photos.take(caller, upload.bytes(), upload.fileName()).id());
            } catch (ValuesRefused e) {
                e.violations().forEach(violation -> refused.add(new Violation(field, violation.message())));
            } catch (Refused e) {
                if (RefusedRequest.isNoMatterOfTheForm(e)) {
                    throw e;
                }
                refused.add(new Violation(field, String.valueOf(e.getMessage())));
            }
        }
        values.put(field, ids);
    }
}
