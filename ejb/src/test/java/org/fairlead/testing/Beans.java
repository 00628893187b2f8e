package org.fairlead.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes beans with what they ask for, as the container would: what was given by hand first, else another bean made the
 * same way. For tests of use cases on a database without a server.
 */
public final class Beans {

    private final Map<Class<?>, Object> given = new HashMap<>();

    public <T> Beans with(Class<T> type, T bean) {
        given.put(type, bean);
        return this;
    }

    public <T> T get(Class<T> type) {
        Object bean = given.get(type);
        return type.cast(bean == null ? made(type) : bean);
    }

    private Object made(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object bean = constructor.newInstance();
            given.put(type, bean);
            for (Field field : type.getDeclaredFields()) {
                boolean injected = field.getAnnotations().length > 0 && !Modifier.isStatic(field.getModifiers());
                if (injected) {
                    field.setAccessible(true);
                    field.set(bean, get(field.getType()));
                }
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no bean of " + type + ": give one by hand", e);
        }
    }
}
