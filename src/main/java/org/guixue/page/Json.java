package org.guixue.page;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.guixue.ValuesRefused;

/**
 * The JSON of this house, as a CDI bean: dates {@code yyyy-MM-dd}, instants ISO 8601 with the offset of Asia/Shanghai,
 * unknown and double members refused. A text is a text: neither {@code true} nor a number is read as one, since a program that
 * sends an ID of 18 digits as a number has lost its last ones already. The mapper is safe for use by many threads.
 */
@ApplicationScoped
public class Json {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(LogicalType.Textual, Json::textOnly)
            .addModule(new SimpleModule()
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(YearMonth.class, ToStringSerializer.instance)
                    .addSerializer(Instant.class, new InstantWriter())
                    .addDeserializer(LocalDate.class, new LocalDateReader()))
            .build();

    @Produces
    @Dependent
    ObjectMapper mapper() {
        return MAPPER;
    }

    /**
     * What was read as maps and lists, as a record of ours.
     *
     * @throws IllegalArgumentException where it does not fit
     */
    public static <T> T as(Class<T> type, Object read) {
        return MAPPER.convertValue(read, type);
    }

    /** A member that is a text; empty where it is not there. */
    public static String text(JsonNode body, String name) {
        JsonNode said = body.path(name);
        if (!said.isTextual() && !said.isNull() && !said.isMissingNode()) {
            throw new ValuesRefused(name, "格式不对，应为文字，请加引号");
        }
        return said.asText("");
    }

    private static void textOnly(MutableCoercionConfig text) {
        text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
    }

    static ObjectMapper shared() {
        return MAPPER;
    }

    private static final class InstantWriter extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant instant, JsonGenerator out, SerializerProvider provider) throws IOException {
            OffsetDateTime there =
                    instant.truncatedTo(ChronoUnit.MILLIS).atZone(SHANGHAI).toOffsetDateTime();
            out.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(there));
        }
    }

    private static final class LocalDateReader extends JsonDeserializer<LocalDate> {
        @Override
        public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = in.getText();
            try {
                return LocalDate.parse(text);
            } catch (java.time.DateTimeException e) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "yyyy-MM-dd");
            }
        }
    }
}
