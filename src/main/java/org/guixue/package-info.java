/**
 * Guixue 归学: instruments that keep every child in compulsory schooling, generated, sealed, archived and found.
 *
 * <p>This package holds only what every room shares. The field's words:
 *
 * <table>
 * <caption>Glossary</caption>
 * <tr><th>Chinese</th><th>English</th><th>where</th></tr>
 * <tr><td>控辍保学</td><td>keeping children in school</td><td>the project</td></tr>
 * <tr><td>文书</td><td>instrument</td><td>{@code instrument.Instrument}</td></tr>
 * <tr><td>表样</td><td>form</td><td>{@code form.Form}</td></tr>
 * <tr><td>栏目</td><td>field</td><td>{@code form.Field}</td></tr>
 * <tr><td>辖区</td><td>jurisdiction</td><td>{@code form.Jurisdiction}</td></tr>
 * <tr><td>签发</td><td>issue</td><td>{@code instrument.issuing.Issuing}</td></tr>
 * <tr><td>用印</td><td>seal</td><td>{@code signing}, {@code rendering}</td></tr>
 * <tr><td>发文字号</td><td>serial number</td><td>{@code instrument.SerialNumber}</td></tr>
 * <tr><td>档号</td><td>archival number</td><td>{@code archive}</td></tr>
 * <tr><td>全宗</td><td>fonds</td><td>{@code archive}</td></tr>
 * <tr><td>归档</td><td>accession</td><td>{@code archive}</td></tr>
 * <tr><td>保管期限</td><td>retention (Y, D30, D10)</td><td>{@code archive}</td></tr>
 * <tr><td>固化信息校验</td><td>fixity</td><td>{@code archive}</td></tr>
 * <tr><td>销毁</td><td>disposal</td><td>{@code archive}</td></tr>
 * <tr><td>卷宗</td><td>dossier</td><td>{@code dossier}</td></tr>
 * <tr><td>作废</td><td>void</td><td>{@code instrument}</td></tr>
 * <tr><td>劝返</td><td>persuasion</td><td>{@code casefile.Persuasion}</td></tr>
 * <tr><td>个案</td><td>case</td><td>{@code casefile.Case}</td></tr>
 * <tr><td>个案记录</td><td>event</td><td>{@code casefile.history.CaseEvent}</td></tr>
 * <tr><td>一次辍学（到复学为止）</td><td>spell</td><td>{@code casefile.history.Situation}</td></tr>
 * <tr><td>依据</td><td>basis</td><td>{@code casefile.history.CaseEvent.Basis}</td></tr>
 * <tr><td>规则（谁、何时前、做什么）</td><td>rule</td><td>{@code form.Rule}</td></tr>
 * <tr><td>期限事项</td><td>due</td><td>{@code deadline.due.Due}</td></tr>
 * <tr><td>待办</td><td>task</td><td>{@code office.Task}</td></tr>
 * <tr><td>逾期上报</td><td>escalation</td><td>{@code form.Rule.Escalation}</td></tr>
 * <tr><td>联合劝返</td><td>joint persuasion</td><td>{@code casefile.PersuasionDetails}</td></tr>
 * <tr><td>条件（先决条件）</td><td>gate, condition</td><td>{@code casefile.gate}</td></tr>
 * <tr><td>更正</td><td>correction</td><td>{@code casefile.Correcting}</td></tr>
 * <tr><td>主办单位、移交</td><td>lead office, handing over</td><td>{@code casefile.Case}</td></tr>
 * <tr><td>疑似辍学</td><td>suspicion</td><td>{@code casefile.history.CaseState}</td></tr>
 * <tr><td>台账、报表</td><td>ledger</td><td>{@code form.Ledger}, {@code ledger}</td></tr>
 * <tr><td>报送、更正报送</td><td>submission, correction of one</td><td>{@code ledger.SubmittingLedgers}</td></tr>
 * <tr><td>期间</td><td>reporting period</td><td>{@code calendar.Reporting}</td></tr>
 * <tr><td>人账相符</td><td>agreement of figures</td><td>{@code ledger.Agreeing}</td></tr>
 * <tr><td>销号</td><td>strike-off</td><td>{@code casefile.history.CaseState}</td></tr>
 * <tr><td>监护人</td><td>guardian</td><td>{@code person.Guardian}</td></tr>
 * <tr><td>学籍号</td><td>student number</td><td>{@code identity.StudentNumber}</td></tr>
 * <tr><td>公民身份号码</td><td>resident ID</td><td>{@code identity.NationalId}</td></tr>
 * <tr><td>存根 正联 回执</td><td>stub, main copy, receipt</td><td>{@code data-copy} in a form</td></tr>
 * <tr><td>附页</td><td>continuation sheet</td><td>{@code data-continue} in a form</td></tr>
 * <tr><td>证据材料</td><td>evidence, proof</td><td>{@code evidence.Evidence}</td></tr>
 * <tr><td>送达 代收 留置 邮寄</td><td>delivery: by proxy, left, by post</td><td>{@code delivery.DeliveryOutcome}</td></tr>
 * <tr><td>回收件</td><td>returned copy</td><td>{@code scan.ReturnedCopy}</td></tr>
 * <tr><td>一叠扫描件、待认的页</td><td>pile, tray</td><td>{@code scan.ScanPile}, {@code scan.PileSheet}</td></tr>
 * <tr><td>原件存放：盒、架位</td><td>place of the paper original: box, shelf</td><td>{@code shelving.PaperPlace}</td></tr>
 * <tr><td>核验</td><td>verify</td><td>{@code verifying.Verifier}</td></tr>
 * <tr><td>二维码</td><td>code on a sheet</td><td>{@code rendering.SheetCode}, {@code data-qr} in a form</td></tr>
 * <tr><td>名册</td><td>roster</td><td>{@code person.Roster}, {@code roster}</td></tr>
 * <tr><td>异动</td><td>movement</td><td>{@code person.Movement}</td></tr>
 * <tr><td>人员类别</td><td>category</td><td>{@code person.HeldCategory}</td></tr>
 * <tr><td>比对：对方名册、差异、以哪一方为准</td><td>comparison of a register, finding, settlement</td><td>{@code reconciliation.Reconciliation}</td></tr>
 * <tr><td>重复核实</td><td>duplicate enquiry</td><td>{@code roster.DuplicateEnquiry}</td></tr>
 * <tr><td>单位</td><td>office</td><td>{@code office.Office}</td></tr>
 * <tr><td>发文机关代字</td><td>mark</td><td>{@code office.Office#mark}</td></tr>
 * <tr><td>用印审批</td><td>approval</td><td>{@code sheet.Submission}</td></tr>
 * <tr><td>待办</td><td>task</td><td>{@code office.Task}</td></tr>
 * <tr><td>表格 表头</td><td>workbook, headings</td><td>{@code workbook.Workbook}</td></tr>
 * <tr><td>草稿</td><td>draft</td><td>{@code sheet.Draft}</td></tr>
 * <tr><td>待核</td><td>held as it is, to be checked</td><td>{@code identity.Given}</td></tr>
 * <tr><td>校历</td><td>calendar of terms and holidays</td><td>{@code yearbook.Yearbook}</td></tr>
 * <tr><td>学年 学期</td><td>school year, term</td><td>{@code calendar.SchoolYear}, {@code yearbook.TermDates}</td></tr>
 * <tr><td>审计</td><td>audit trail</td><td>{@code audit}</td></tr>
 * </table>
 */
@NullMarked
package org.guixue;

import org.jspecify.annotations.NullMarked;
