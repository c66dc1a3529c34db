package org.guixue.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guixue.audit.AuditAct;
import org.guixue.audit.AuditEvent;
import org.guixue.person.MovementKind;

/** Says an event in the words of the office. */
final class TrailWords {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<AuditAct, String> ACTS = new EnumMap<>(AuditAct.class);
    private static final Map<String, String> WHATS = Map.ofEntries(
            Map.entry("case", "个案"),
            Map.entry("form", "更正表"),
            Map.entry("forms", "选择文书"),
            Map.entry("draft", "草稿"),
            Map.entry("values", "填写的内容"),
            Map.entry("pdf", "成文文件（PDF）"),
            Map.entry("entered", "登记学生"),
            Map.entry("corrected", "更正信息"),
            Map.entry("dossier.pdf", "卷宗（PDF）"),
            Map.entry("dossier.zip", "卷宗（打包）"),
            Map.entry("password changed", "修改密码"),
            Map.entry("invited", "开设账号"),
            Map.entry("password reset", "重置密码"),
            Map.entry("signed out everywhere", "退出所有设备"),
            Map.entry("first account", "开设首个账号"),
            Map.entry("password reset on the machine", "在服务器上重置密码"),
            Map.entry("key passphrase changed", "更换印章密钥的口令"),
            Map.entry("fixity explained", "说明查验结果"),
            Map.entry("closed", "关闭"),
            Map.entry("founded", "添加单位"),
            Map.entry("calendar", "填写校历"),
            Map.entry("promotion ordered", "下达升级"),
            Map.entry("promotion withdrawn", "收回升级"),
            Map.entry("duty entered", "填写包保责任人"),
            Map.entry("duty handed over", "更换包保责任人"),
            Map.entry("duty ended", "结束包保责任"),
            Map.entry("duty corrected", "更正包保责任人"),
            Map.entry("duties passed on", "包保责任转到承接学校"),
            Map.entry("batch begun", "开始成批签发"),
            Map.entry("batch submitted", "提交一批文书审批"),
            Map.entry("batch approved", "审批同意一批文书"),
            Map.entry("batch sent back", "退回一批文书"),
            Map.entry("batch withdrawn", "撤回一批文书"),
            Map.entry("batch retried", "重试成批签发"),
            Map.entry("batch cancelled", "取消成批签发"),
            Map.entry("watch", "关注记录"),
            Map.entry("watch begun", "列入关注"),
            Map.entry("watch noted", "记谈心、家访或检查"),
            Map.entry("watch ended", "解除关注"),
            Map.entry("aid", "资助"),
            Map.entry("aid recorded", "登记资助"),
            Map.entry("aid taken back", "冲销资助"),
            Map.entry("duty signed", "登记目标责任书签署"),
            Map.entry("reopened", "恢复单位"),
            Map.entry("deleted", "删除单位"),
            Map.entry("corrected and renamed", "更正并改名"),
            Map.entry("new key", "重制印章密钥"),
            Map.entry("new key for the public address", "因设定对外网址重制印章密钥"),
            Map.entry("key revoked", "撤销印章密钥"),
            Map.entry("chain checked", "核对审计链"),
            Map.entry("archive checked", "校验全部档案"),
            Map.entry("papers", "文书小图"),
            Map.entry("elsewhere", "查重，在其他学校"),
            Map.entry("certificate", "印章证书"),
            Map.entry("archive status", "查看归档状态"),
            Map.entry("jurisdiction written", "修改本县的表样和规则"),
            Map.entry("founding put aside", "收起开通步骤"),
            Map.entry("founding recalled", "重新显示开通步骤"),
            Map.entry("accounts imported", "成批开设账号"),
            Map.entry("FAILED", "用户名或密码不对"),
            Map.entry("LOCKED", "失败过多，已锁定"),
            Map.entry("SUCCEEDED", ""));
    private static final Pattern IN_CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern NUMBERED = Pattern.compile("(page|case|persuasion|enquiry) (\\d+)(?: (\\w+))?");

    static {
        ACTS.put(AuditAct.SIGN_IN, "登录");
        ACTS.put(AuditAct.SIGN_IN_FAILED, "登录失败");
        ACTS.put(AuditAct.SIGN_OUT, "退出");
        ACTS.put(AuditAct.READ_STUDENT, "查看学生");
        ACTS.put(AuditAct.READ_INSTRUMENT, "查看文书");
        ACTS.put(AuditAct.SEARCH, "检索");
        ACTS.put(AuditAct.UNMASK, "查看完整证件号码");
        ACTS.put(AuditAct.PREVIEW, "预览");
        ACTS.put(AuditAct.PRINT, "打印");
        ACTS.put(AuditAct.DOWNLOAD, "下载");
        ACTS.put(AuditAct.CREATE, "上传");
        ACTS.put(AuditAct.CHANGE, "更改");
        ACTS.put(AuditAct.ISSUE_RESERVED, "签发编号");
        ACTS.put(AuditAct.ISSUED, "盖章归档");
        ACTS.put(AuditAct.VOID, "作废");
        ACTS.put(AuditAct.CANCEL, "注销");
        ACTS.put(AuditAct.DELIVER, "送达");
        ACTS.put(AuditAct.SCAN, "回收");
        ACTS.put(AuditAct.SHELVE, "原件存放");
        ACTS.put(AuditAct.EXPORT, "导出");
        ACTS.put(AuditAct.IMPORT, "导入");
        ACTS.put(AuditAct.VERIFY, "核验");
        ACTS.put(AuditAct.READ_TRAIL, "查看审计");
        ACTS.put(AuditAct.ADMIN, "管理");
        ACTS.put(AuditAct.SYSTEM, "系统");
        ACTS.put(AuditAct.CLOCK_ACCEPTED, "确认时钟调回");
        ACTS.put(AuditAct.SUBMIT, "提交审批");
        ACTS.put(AuditAct.WITHDRAW, "撤回审批");
        ACTS.put(AuditAct.SEND_BACK, "退回");
        ACTS.put(AuditAct.OBJECT, "提出异议");
        ACTS.put(AuditAct.APPROVE, "审批通过");
    }

    private TrailWords() {}

    static String act(AuditAct act) {
        return ACTS.getOrDefault(act, "其他操作");
    }

    static String role(String role) {
        return switch (role) {
            case "CLERK" -> "学校经办";
            case "TOWNSHIP" -> "乡镇经办";
            case "INSPECTOR" -> "督导";
            case "BUREAU" -> "教育局";
            default -> "";
        };
    }

    /**
     * What was done more exactly; empty where the act says it all.
     *
     * @param counts whether it may say how many were found: who holds no grant for health and disability learns nothing by
     *     the number of somebody else's hits
     */
    static String what(AuditEvent event, boolean counts) {
        JsonNode detail = detail(event);
        return switch (event.act()) {
            case SEARCH -> {
                String q = detail.path("q").asText("");
                yield detail.path("kind").asText("")
                        + (q.isEmpty() ? "" : "“" + q + "”")
                        + (counts ? "，" + detail.path("total").asLong() + "条" : "");
            }
            case EXPORT, IMPORT, UNMASK -> {
                String kind = detail.path("kind").asText("");
                String rows = counts && detail.has("total")
                        ? "，" + detail.path("total").asLong() + "条"
                        : "";
                yield (kind.isEmpty() ? word(detail.path("what").asText("")) : kind) + rows;
            }
            case SIGN_IN, SIGN_IN_FAILED -> word(detail.path("outcome").asText(""));
            case SCAN ->
                detail.has("discarded")
                        ? "扫描件第" + detail.path("discarded").asText() + "页不归入"
                        : "回收件" + detail.path("copy").asText("") + (detail.has("withdrawn") ? "撤出" : "");
            case SHELVE -> shelved(detail);
            case ISSUE_RESERVED -> detail.path("archivalNumber").asText("");
            case CREATE, DOWNLOAD ->
                switch (event.subject().kind()) {
                    case "photo" -> "照片";
                    case "evidence" -> "证据材料";
                    case "pile" -> "扫描件第" + detail.path("sheet").asText("") + "页";
                    default -> word(detail.path("what").asText(""));
                };
            default -> {
                String kind = detail.path("kind").asText("");
                yield kind.isEmpty() ? word(detail.path("what").asText("")) : kind;
            }
        };
    }

    private static String shelved(JsonNode detail) {
        String from = detail.has("fromBox")
                ? "原在盒%s，架位%s"
                        .formatted(
                                detail.path("fromBox").asText(),
                                detail.path("fromShelf").asText())
                : "";
        if (!detail.has("box")) {
            return "取出，" + from;
        }
        String now = "放入盒%s，架位%s"
                .formatted(detail.path("box").asText(), detail.path("shelf").asText());
        return from.isEmpty() ? now : now + "（" + from + "）";
    }

    static JsonNode detail(AuditEvent event) {
        try {
            return JSON.readTree(event.detail());
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static String word(String what) {
        if (what.startsWith("movement ")) {
            return "登记"
                    + MovementKind.of(what.substring(9))
                            .map(MovementKind::label)
                            .orElse("异动");
        }
        Matcher numbered = NUMBERED.matcher(what);
        if (numbered.matches()) {
            return switch (numbered.group(1)) {
                case "page" -> "第" + numbered.group(2) + "页图像";
                case "case" -> "建立个案";
                case "enquiry" -> "学籍查询";
                default -> "记录劝返";
            };
        }
        return WHATS.getOrDefault(what, IN_CHINESE.matcher(what).find() ? what : "");
    }
}
