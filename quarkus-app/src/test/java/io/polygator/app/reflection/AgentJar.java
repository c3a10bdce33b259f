package io.polygator.app.reflection;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.objectweb.asm.ClassReader;

/** The agent as the virtual machine wants it. */
final class AgentJar {
    private static final List<String> CLASSES =
            List.of("RecordingAgent", "Recorder", "Looked", "CallSites", "CallSites$Methods", "CallSites$Calls");

    private AgentJar() {}

    /** Makes it in the folder. Processes that run with the one before keep that. */
    static Path in(Path folder) throws IOException {
        Path made = Files.createTempFile(folder, "recording-agent", ".jar");
        try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(made), manifest())) {
            for (String name : CLASSES) {
                output.putNextEntry(
                        new JarEntry(AgentJar.class.getPackageName().replace('.', '/') + "/" + name + ".class"));
                try (InputStream content = AgentJar.class.getResourceAsStream(name + ".class")) {
                    content.transferTo(output);
                }
            }
        }
        return Files.move(made, folder.resolve("recording-agent.jar"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Manifest manifest() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", RecordingAgent.class.getName());
        attributes.putValue("Class-Path", libraryForBytecode());
        return manifest;
    }

    private static String libraryForBytecode() throws IOException {
        try {
            return ClassReader.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()
                    .toString();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
