package org.guixue.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Says in words which details of a child were put right, without their values. Silent on school, class, categories, which
 * have movements of their own, and on health and disability, which not everybody may know of.
 */
final class DetailChange {
    private DetailChange() {}

    static String between(StudentDetails before, StudentDetails after) {
        List<String> changed = new ArrayList<>();
        say("姓名", StudentDetails.Identity::name, before.identity(), after.identity(), changed);
        say("性别", StudentDetails.Identity::sex, before.identity(), after.identity(), changed);
        say("民族", StudentDetails.Identity::ethnicity, before.identity(), after.identity(), changed);
        say("出生日期", StudentDetails.Identity::bornOn, before.identity(), after.identity(), changed);
        say("身份证号", StudentDetails.Identity::nationalId, before.identity(), after.identity(), changed);
        say("无身份证号的原因", StudentDetails.Identity::noIdReason, before.identity(), after.identity(), changed);
        say("其他证件", StudentDetails.Identity::otherPaper, before.identity(), after.identity(), changed);
        say("全国学籍号", StudentDetails.Identity::studentNumber, before.identity(), after.identity(), changed);
        say("班主任", StudentDetails.Schooling::headTeacher, before.schooling(), after.schooling(), changed);
        say("班主任电话", StudentDetails.Schooling::headTeacherPhone, before.schooling(), after.schooling(), changed);
        say("所在乡镇", StudentDetails::township, before, after, changed);
        say("监护人", StudentDetails::guardians, before, after, changed);
        say("现住址", Addresses::residence, before.addresses(), after.addresses(), changed);
        say("户籍地址", Addresses::household, before.addresses(), after.addresses(), changed);
        say("学籍地址", Addresses::roll, before.addresses(), after.addresses(), changed);
        return String.join("、", changed);
    }

    private static <T> void say(String label, Function<T, ?> part, T before, T after, List<String> changed) {
        if (!Objects.equals(part.apply(before), part.apply(after))) {
            changed.add(label);
        }
    }
}
