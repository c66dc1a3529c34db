package org.guixue.duty;

import java.util.Optional;
import org.guixue.identity.Normaliser;
import org.guixue.identity.SchoolGrade;
import org.guixue.office.Office;
import org.guixue.person.Student;

/**
 * What somebody answers for, found within a scope.
 *
 * @param office the office that is covered, in which the village, grade or class lies, or the child's school, else its township
 */
record DutyPlace(Office office, Optional<Student> child, String village, String grade, String schoolClass) {
    static DutyPlace of(Student child) {
        return new DutyPlace(
                child.school().orElse(child.township()), Optional.of(child), "", child.grade(), child.schoolClass());
    }

    /** The same for whatever means the same: 五年级 and 小学五年级, 2班 and 五（2）班. */
    String key(DutyLayer.Covers covers) {
        return switch (covers) {
            case OFFICE -> "office " + office.id();
            case VILLAGE -> "office " + office.id() + " village " + Normaliser.code(village);
            case GRADE -> "office " + office.id() + " grade " + SchoolGrade.key(grade);
            case CLASS -> classKey(office.id(), grade, schoolClass);
            case CHILD -> "child " + child.orElseThrow().id();
        };
    }

    static String classKey(long school, String grade, String schoolClass) {
        int number = SchoolGrade.classNumber(schoolClass);
        String name =
                schoolClass.matches(".*[\\d一二三四五六七八九].*") ? Integer.toString(number) : Normaliser.code(schoolClass);
        return "office " + school + " grade " + SchoolGrade.key(grade) + " class " + name;
    }

    static String gradeKey(long school, String grade) {
        return "office " + school + " grade " + SchoolGrade.key(grade);
    }
}
