package org.guixue.page;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;

/** Entities as they come from the database: made without arguments, their fields set one by one. */
public final class Stored {
    private Stored() {}

    /** @param fields name, value, name, value, … */
    public static <T> T as(Class<T> kind, Object... fields) throws ReflectiveOperationException {
        Constructor<T> plain = kind.getDeclaredConstructor();
        plain.setAccessible(true);
        return with(plain.newInstance(), fields);
    }

    /** The same entity, with these fields set. */
    public static <T> T with(T entity, Object... fields) throws ReflectiveOperationException {
        for (int i = 0; i < fields.length; i += 2) {
            Field field = field(entity.getClass(), (String) fields[i]);
            field.setAccessible(true);
            field.set(entity, fields[i + 1]);
        }
        return entity;
    }

    private static Field field(Class<?> kind, String name) throws NoSuchFieldException {
        try {
            return kind.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            if (kind.getSuperclass() == null) {
                throw e;
            }
            return field(kind.getSuperclass(), name);
        }
    }
}
