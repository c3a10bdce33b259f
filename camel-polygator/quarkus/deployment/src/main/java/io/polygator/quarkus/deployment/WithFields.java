package io.polygator.quarkus.deployment;

import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/** Classes that Jackson reads or writes, together with the classes of their fields, as far as the index knows them. */
final class WithFields {
    private final IndexView index;
    private final Set<ClassInfo> classes = new LinkedHashSet<>();

    private WithFields(IndexView index) {
        this.index = index;
    }

    static Stream<ReflectiveClassBuildItem> of(Stream<ClassInfo> roots, IndexView index) {
        WithFields found = new WithFields(index);
        roots.forEach(found::add);
        return found.classes.stream()
                .map(type -> ReflectiveClassBuildItem.builder(type.name().toString())
                        .methods()
                        .fields()
                        .build());
    }

    private void add(ClassInfo type) {
        if (classes.add(type)) {
            type.fields().stream()
                    .map(field -> index.getClassByName(field.type().name()))
                    .filter(fieldType -> fieldType != null && !fieldType.isInterface())
                    .forEach(this::add);
        }
    }
}
