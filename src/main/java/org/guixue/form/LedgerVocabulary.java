package org.guixue.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts that a ledger.json may name, by population: what {@code rows.of}, {@code count.of}, {@code from}, {@code where},
 * {@code per} and {@code order} may say. A test holds them against what the ledgers compute, and against the table in
 * {@code forms/README.md}.
 */
public final class LedgerVocabulary {
    /**
     * One fact.
     *
     * @param privacy what of it is shown where nobody gave a reason to see it whole
     * @param sensitive it tells of health or disability
     */
    public record Known(String name, String label, FieldType type, Privacy privacy, boolean sensitive) {}

    /** What is shown of a value where nobody gave a reason to see it whole. */
    public enum Privacy {
        OPEN,
        ID,
        PHONE,
        ADDRESS
    }

    private static final String STUDENT = """
            student.name|姓名|name
            student.sex|性别|text
            student.age|年龄（报告日）|number
            student.bornOn|出生日期|date
            student.sixteenOn|年满16周岁的日期|date
            student.nationalId|身份证号|nationalId|ID
            student.studentNumber|学籍号|studentNumber|ID
            student.ethnicity|民族|text
            student.school|学籍所在学校（报告日）|text
            student.schoolCode|学校代码|text
            student.county|责任县（市、区）|text
            student.township|责任乡镇|text
            student.village|村（社区）|text
            student.stage|学段：小学、初中、其他|text
            student.grade|年级（报告日）|text
            student.schoolClass|班级（报告日）|text
            student.gradeClass|年级和班级|text
            student.headTeacher|班主任|name
            student.state|学籍状态代码（报告日）|text
            student.stateLabel|学籍状态|text
            student.atSchool|是否在校：是、否|text
            student.enrolled|是否入学：是、否|text
            student.schoolAge|是否义务教育适龄（满6周岁未满16周岁）：是、否|text
            student.boarding|是否寄宿|text
            student.residence|现居住地|address|ADDRESS
            student.household|户籍地|address|ADDRESS
            student.local|户籍是否本县：是、否|text
            student.categories|人员类别|text
            student.poverty|困难类别|text
            student.guardian|监护人|name
            student.guardianRelation|与监护人关系|text
            student.guardianPhone|监护人电话|text|PHONE
            student.disability|残疾类别|text||sensitive
            student.disabilityGrade|残疾等级|text||sensitive
            student.health|健康状况|text||sensitive
            student.povertySince|困难类别认定日期|date
            student.povertyUntil|困难类别退出日期|date
            student.aid|本期受资助情况|text
            student.schoolBefore|上学期学籍所在学校|text
            student.gradeClassBefore|上学期年级和班级|text
            student.elsewhere|在外地就读的学校|text
            student.remarks|备注|text
            """;

    private static final String CASE = """
            case.state|个案状态代码（报告日）|text
            case.stateLabel|个案状态|text
            case.registrationKind|登记类型：失学辍学、缓学休学|text
            case.openedOn|建档日期|date
            case.since|现状态起始日期|date
            case.spell|第几次|number
            case.lead|牵头单位|text
            case.lastDayAttended|最后到校日期|date
            case.absentFrom|辍学时间|date
            case.cause|辍学原因|text
            case.whereabouts|去向|text
            case.neverEnrolled|是否从未入学：是、否|text
            case.application|是否申请（没有辍学）：是、否|text
            case.responsible|责任人|text
            case.persuasionCount|劝返次数|number
            case.jointPersuasions|联合劝返次数|number
            case.persuadedOn|最近劝返日期|date
            case.daysSincePersuasion|距最近劝返天数|number
            case.lastResult|最近劝返结果|text
            case.notReturned|未复学原因|text
            case.noticeReceivedOn|收到通知书日期|date
            case.reportedOn|书面报告日期|date
            case.orderedOn|责令日期|date
            case.returnedOn|复学日期|date
            case.returnSchool|复学学校|text
            case.returnGrade|复学年级|text
            case.returnClass|复学班级|text
            case.classForm|编班方式|text
            case.vocationalOn|安置中职日期|date
            case.vocationalSchool|中职学校|text
            case.watchedOn|最近跟踪日期|date
            case.watchedCount|跟踪次数|number
            case.appliedFor|申请事项|text
            case.ground|缓学休学理由|text||sensitive
            case.decidedOn|决定日期|date
            case.decidedUntil|期限至|date
            case.decisionNumber|批准文号|text
            case.struckOffOn|销号日期|date
            case.strikeOffGround|销号理由|text
            case.outOn|确认辍学日期|date
            case.school|辍学时的学校|text
            case.stateAtStart|期间开始前一日的个案状态代码|text
            case.current|期间内是否在办（期末未结，或者期间内才销号、排除）：是、否|text
            case.persuasionOverdue|是否三十日以上没有劝返：是、否|text
            """;

    private static final String PERSUASION = """
            persuasion.on|劝返日期|date
            persuasion.by|劝返人员|text
            persuasion.place|地点|text
            persuasion.how|方式|text
            persuasion.joint|是否联合劝返：是、否|text
            persuasion.met|见到谁|text
            persuasion.result|结果|text
            persuasion.notReturned|未复学原因|text
            """;

    private static final String MOVEMENT = """
            movement.on|异动日期|date
            movement.kind|异动类型代码|text
            movement.kindLabel|异动类型|text
            movement.fromSchool|原学校|text
            movement.toSchool|现学校|text
            movement.fromGradeClass|原年级班级|text
            movement.toGradeClass|现年级班级|text
            movement.elsewhere|转入或转出的县外学校|text
            movement.evidence|证明材料|text
            movement.recorder|经办人|name
            """;

    private static final String INSTRUMENT = """
            instrument.serial|文号|text
            instrument.number|序号（本系列）|number
            instrument.series|系列|text
            instrument.title|文书名称|text
            instrument.form|表样|text
            instrument.kind|文书种类代码|text
            instrument.subject|对象|name
            instrument.issuedOn|签发日期|date
            instrument.state|状态代码|text
            instrument.stateLabel|状态|text
            instrument.voidReason|作废原因|text
            instrument.issuedBy|经办人|name
            instrument.archivalNumber|档号|text
            instrument.office|签发单位|text
            """;

    private static final String DELIVERY = """
            delivery.on|送达日期|date
            delivery.outcome|送达方式代码|text
            delivery.outcomeLabel|送达方式|text
            delivery.receiver|受送达人|name
            delivery.relation|与学生关系|text
            delivery.deliverers|送达人|text
            delivery.witness|见证人|text
            delivery.refusal|拒收事由|text
            """;

    private static final String AGREEMENT = """
            agreement.person|责任人|name
            agreement.post|职务|text
            agreement.line|责任线|text
            agreement.layer|层次|text
            agreement.scope|包保对象|text
            agreement.serial|责任书文号|text
            agreement.issuedOn|签发日期|date
            agreement.signed|是否签订：是、否|text
            agreement.office|单位|text
            """;

    private static final String AID = """
            aid.kind|资助项目|text
            aid.amount|金额（元）|text
            aid.on|发放日期|date
            aid.term|学期|text
            """;

    private static final String WATCH = """
            watch.group|关注类别|text
            watch.reason|关注原因|text
            watch.since|列入日期|date
            watch.responsible|责任人|name
            watch.contactOn|最近联系日期|date
            watch.contacts|联系次数|number
            watch.ended|是否解除：是、否|text
            """;

    private static final String DIFFERENCE = """
            difference.department|部门|text
            difference.register|提供的名单|text
            difference.asOf|名单日期|date
            difference.kind|差异：仅部门有、仅台账有、信息不符|text
            difference.name|姓名|name
            difference.item|项目|text
            difference.theirs|部门记载|text||sensitive
            difference.ours|台账记载|text||sensitive
            difference.settled|处理结果：以部门为准、以台账为准、待查|text
            difference.settledOn|处理日期|date
            difference.settledBy|处理人|name
            """;

    private static final Map<String, Map<String, Known>> POPULATIONS = populations();

    private LedgerVocabulary() {}

    private static Map<String, Map<String, Known>> populations() {
        Map<String, Map<String, Known>> all = new LinkedHashMap<>();
        all.put("students", facts(STUDENT));
        all.put("cases", facts(STUDENT, CASE));
        all.put("persuasions", facts(STUDENT, CASE, PERSUASION));
        all.put("movements", facts(STUDENT, MOVEMENT));
        all.put("instruments", facts(INSTRUMENT));
        all.put("deliveries", facts(DELIVERY, INSTRUMENT));
        all.put("agreements", facts(AGREEMENT));
        all.put("aids", facts(STUDENT, AID));
        all.put("watched", facts(STUDENT, WATCH));
        all.put("differences", facts(DIFFERENCE));
        return all;
    }

    private static Map<String, Known> facts(String... tables) {
        Map<String, Known> facts = new LinkedHashMap<>();
        List.of(tables)
                .forEach(table ->
                        table.lines().map(LedgerVocabulary::known).forEach(fact -> facts.put(fact.name(), fact)));
        return facts;
    }

    private static Known known(String line) {
        List<String> parts = new ArrayList<>(List.of(line.split("\\|")));
        while (parts.size() < 5) {
            parts.add("");
        }
        return new Known(
                parts.get(0),
                parts.get(1),
                FieldType.parse(parts.get(2)),
                parts.get(3).isEmpty() ? Privacy.OPEN : Privacy.valueOf(parts.get(3)),
                parts.get(4).equals("sensitive"));
    }

    /** What may be listed and counted. */
    public static Collection<String> names() {
        return List.copyOf(POPULATIONS.keySet());
    }

    /** The facts of a population, in the order of the table; none for an unknown one. */
    public static Collection<Known> of(String population) {
        return List.copyOf(POPULATIONS.getOrDefault(population, Map.of()).values());
    }

    public static Optional<Known> fact(String population, String name) {
        return Optional.ofNullable(
                POPULATIONS.getOrDefault(population, Map.of()).get(name));
    }
}
