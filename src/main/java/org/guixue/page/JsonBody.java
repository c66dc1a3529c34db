package org.guixue.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON bodies with the mapper of {@link Json}; refuses, in Chinese, what it cannot read. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    private static final int LARGEST_BYTES = 2 << 20;

    private final ObjectMapper mapper = Json.shared();

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isOurs(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isOurs(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(LARGEST_BYTES + 1);
        if (bytes.length > LARGEST_BYTES) {
            throw new Refused(Refused.Reason.TOO_LARGE, "请求超过 2 MB。图片请先用上传接口提交。");
        }
        try {
            refuseNull(mapper.readTree(bytes), "");
            return mapper.readValue(bytes, mapper.constructType(generic));
        } catch (UnrecognizedPropertyException e) {
            throw new ValuesRefused(path(e), "没有这一项，请核对名称；可以写的有：" + known(e));
        } catch (MismatchedInputException e) {
            throw new ValuesRefused(path(e), "格式不对，应为" + expected(e.getTargetType()));
        } catch (JsonMappingException e) {
            throw new ValuesRefused(path(e), "格式不对，请改正");
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new Refused(Refused.Reason.MALFORMED, "请求不是合法的 JSON，第 " + line + " 行看不懂。", e);
        }
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(mapper.writeValueAsBytes(value));
    }

    /** A request without content, or a list with a gap, says nothing that could be meant. */
    private static void refuseNull(JsonNode node, String path) {
        if (path.isEmpty() && (node.isNull() || node.isMissingNode())) {
            throw new Refused(Refused.Reason.VALUES, "请求没有内容，请按接口说明填写。");
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            String element = path + "[" + i + "]";
            if (node.get(i).isNull()) {
                throw new ValuesRefused(element, "列表里不能有空项，请填写或去掉");
            }
            refuseNull(node.get(i), element);
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            refuseNull(field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey());
        }
    }

    private static String known(UnrecognizedPropertyException e) {
        Collection<Object> known = e.getKnownPropertyIds();
        return known == null
                ? "接口说明中的各项"
                : known.stream().map(String::valueOf).sorted().collect(Collectors.joining("、"));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "接口说明中的格式";
        }
        if (LocalDate.class == type) {
            return "确有的日期，如2026-03-15";
        }
        if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
            return "数字";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true或false";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "列表";
        }
        return type == String.class ? "文字，请加引号" : "一组有名称的值";
    }

    private static boolean isOurs(Class<?> type) {
        return type != String.class
                && type != byte[].class
                && !type.getPackageName().equals("java.io")
                && !StreamingOutput.class.isAssignableFrom(type);
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
