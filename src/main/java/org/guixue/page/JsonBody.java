package org.guixue.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.stream.Collectors;
import org.guixue.Refused;

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
            return mapper.readValue(bytes, mapper.constructType(generic));
        } catch (UnrecognizedPropertyException e) {
            throw new Refused(Refused.Reason.VALUES, "没有这一项：" + path(e) + "。", e);
        } catch (JsonMappingException e) {
            String path = path(e);
            throw new Refused(Refused.Reason.VALUES, path.isEmpty() ? "请求的结构不对。" : "这一项的格式不对：" + path + "。", e);
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

    private static boolean isOurs(Class<?> type) {
        return type != String.class
                && type != byte[].class
                && !type.getPackageName().equals("java.io")
                && !StreamingOutput.class.isAssignableFrom(type);
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "第" + (step.getIndex() + 1) + "个" : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
