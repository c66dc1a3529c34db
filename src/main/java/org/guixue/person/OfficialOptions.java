package org.guixue.person;

import org.guixue.identity.CodeList;

/**
 * Options of the national roster system (全国中小学生学籍信息管理系统, 学生基本信息表指标解释及填报说明; 教育管理信息 JY/T 1001), with the words
 * that rosters have for them besides.
 */
final class OfficialOptions {
    /** 港澳台侨外. */
    static final CodeList OVERSEAS = CodeList.of(
                    "00", "否", "01", "香港同胞", "02", "香港同胞亲属", "03", "澳门同胞", "04", "澳门同胞亲属", "05", "台湾同胞", "06", "台湾同胞亲属",
                    "11", "华侨", "12", "侨眷", "13", "归侨", "14", "归侨子女", "21", "归国留学人员", "31", "非华裔中国人", "41", "外籍华裔人",
                    "51", "外国人", "99", "其他")
            .also("否", "无", "不是", "非港澳台侨外", "非港澳台侨")
            .also("其他", "其它");

    /** 户口性质. The one household register of all (国发〔2014〕25号) has no code there. */
    static final CodeList HOUSEHOLD_KIND = CodeList.of("1", "农业户口", "2", "非农业户口")
            .also("农业户口", "农业", "农村户口", "农村", "农业家庭户口", "农业集体户口")
            .also("非农业户口", "非农业", "非农户口", "非农", "城镇户口", "城市户口", "城镇", "非农业家庭户口", "非农业集体户口")
            .also("未落常住户口", "未落户", "未落户口", "无户口")
            .also("居民户口", "居民家庭户口", "家庭户", "居民户");

    /** 入学方式. */
    static final CodeList ENTRY_WAY = CodeList.of(
                    "11", "就近入学", "12", "其他", "21", "统一招生考试/普通入学", "22", "体育特招", "23", "艺术特招", "99", "其他")
            .also("统一招生考试/普通入学", "统一招生考试", "普通入学", "统招")
            .also("其他", "其它");

    /** 学生来源. */
    static final CodeList ORIGIN =
            CodeList.of("1", "正常入学", "2", "借读", "9", "其他").also("其他", "其它");

    /** 随班就读. */
    static final CodeList INCLUSION = CodeList.of(
                    "0", "非随班就读", "1", "视力残疾随班就读", "2", "听力残疾随班就读", "3", "智力残疾随班就读", "9", "其他残疾随班就读")
            .also("非随班就读", "否", "无", "不是", "普通学生")
            .also("其他残疾随班就读", "其它残疾随班就读", "其他随班就读");

    /** 血型. */
    static final CodeList BLOOD_TYPE = CodeList.of(
                    "0", "未知血型", "1", "A血型", "2", "B血型", "3", "AB血型", "4", "O血型", "5", "RH阳性血型", "6", "RH阴性血型", "7",
                    "HLA血型", "8", "未定血型", "9", "其他血型")
            .also("未知血型", "未知", "不详")
            .also("A血型", "A型", "A")
            .also("B血型", "B型", "B")
            .also("AB血型", "AB型", "AB")
            .also("O血型", "O型", "O", "0型")
            .also("未定血型", "未定")
            .also("其他血型", "其它血型", "其他", "其它");

    private OfficialOptions() {}
}
