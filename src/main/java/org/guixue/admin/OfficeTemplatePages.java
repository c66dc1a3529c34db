package org.guixue.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.office.OfficeSheet;
import org.guixue.page.WorkbookAnswer;
import org.guixue.workbook.SheetLayout;

/** An empty workbook of offices to fill in, with a second sheet that says how. */
@Path("/admin/offices/import/template.xlsx")
@RequestScoped
public class OfficeTemplatePages {
    private static final List<List<String>> EXPLANATIONS = List.of(
            List.of("单位名称", "必填。全称，与印章上的一致，2至40个字。"),
            List.of("单位类型", "新单位必填。学校、乡镇（街道）或县级教育局；小学、初级中学等也认作学校。"),
            List.of("上级单位", "新单位必填（乡镇不填就是本局）。写名称；有同名单位的，在“上级单位代码”写代码。上级单位可以在同一张表的任何一行。"),
            List.of("单位代码", "必填。6至20位数字或字母，乡镇用区划代码，学校可用标识码。系统按它认出已有的单位。"),
            List.of("发文机关代字", "新单位必填。1至8个汉字，如“东小”，同一县内不重复。"),
            List.of("全宗号", "有自己全宗的单位填写，随上级归档的留空。"),
            List.of("所属地区", "如“东山镇”；学校不填就用上级乡镇的。"),
            List.of("适用表样", "不填就用上级单位的。"),
            List.of("省至门牌", "不填就用上级单位的；也可以另设一列“地址”写整个地址。"),
            List.of("电话、负责人", "可不填。"),
            List.of("报送单位", "可不填。不按上下级报送的写，如市属学校写市教育局；应是它的上级单位。"),
            List.of("责令授权文件、起、止", "可不填。乡镇人民政府和县教育局依法可以责令，不用写；办事处、街道、管理区、开发区有授权的，写授权文件的标题、文号和日期。"));

    @Inject
    private Caller caller;

    @GET
    public Response template() {
        caller.expectBureau("管理单位");
        return WorkbookAnswer.template(
                "单位导入表.xlsx",
                new SheetLayout("单位", "单位导入表", "每行一个单位。已有的单位按单位代码认出；空着的格子不改动原有内容。各列怎么填见“填写说明”。", OfficeSheet.columns()),
                EXPLANATIONS);
    }
}
