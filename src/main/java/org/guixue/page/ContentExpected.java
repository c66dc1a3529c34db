package org.guixue.page;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import org.guixue.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a request whose content is not what its route reads, for which the container would hand over null: none at all, unless
 * the parameter is {@code @Nullable}, or another kind where it reads a form. A form without fields is an empty one.
 */
@Provider
public class ContentExpected implements ContainerRequestFilter {
    @Context
    ResourceInfo route;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = route.getResourceMethod();
        if (method == null) {
            return;
        }
        Parameter[] parameters = method.getParameters();
        if (Arrays.stream(parameters).anyMatch(ContentExpected::ofForm) && !isForm(request.getMediaType())) {
            throw new Refused(Refused.Reason.UNSUPPORTED, "这里只收网页表单（application/x-www-form-urlencoded）。");
        }
        if (!request.hasEntity() && Arrays.stream(parameters).anyMatch(ContentExpected::needed)) {
            throw new Refused(Refused.Reason.VALUES, "请求没有内容，请按接口说明填写。");
        }
    }

    private static boolean ofForm(Parameter parameter) {
        return parameter.getType() == MultivaluedMap.class || parameter.isAnnotationPresent(FormParam.class);
    }

    private static boolean isForm(@Nullable MediaType type) {
        return type != null && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type);
    }

    private static boolean needed(Parameter parameter) {
        boolean fromElsewhere = Arrays.stream(parameter.getAnnotations())
                .anyMatch(each -> each.annotationType().getPackageName().startsWith("jakarta.ws.rs"));
        return !fromElsewhere
                && parameter.getType() != MultivaluedMap.class
                && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
