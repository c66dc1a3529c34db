package org.guixue.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import org.guixue.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a request without content where its route reads some: the container would hand over null. A route may do without where
 * its parameter is {@code @Nullable}; a form without fields is an empty one.
 */
@Provider
public class ContentExpected implements ContainerRequestFilter {
    @Context
    ResourceInfo route;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = route.getResourceMethod();
        if (method != null
                && !request.hasEntity()
                && Arrays.stream(method.getParameters()).anyMatch(ContentExpected::needed)) {
            throw new Refused(Refused.Reason.VALUES, "请求没有内容，请按接口说明填写。");
        }
    }

    static boolean needed(Parameter parameter) {
        boolean fromElsewhere = Arrays.stream(parameter.getAnnotations())
                .anyMatch(each -> each.annotationType().getPackageName().startsWith("jakarta.ws.rs"));
        return !fromElsewhere
                && parameter.getType() != MultivaluedMap.class
                && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
