package io.dianmai.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a jar that only says that it was run, where the real one unpacks itself. */
class ServiceImageTests {
    @TempDir
    Path repository;

    private Settings settings;
    private Path built;

    @BeforeEach
    void build() throws IOException {
        settings = Settings.onFreePorts(repository, repository.resolve("data"));
        built = repository.resolve("lead-service/target/lead-service-1-exec.jar");
        Files.createDirectories(built.getParent());
        writeRunnableJar(built, "1");
    }

    @Test
    void unpacksOnceForOneBuild() throws IOException {
        image().jar();
        Files.delete(unpackLog());

        assertThat(image().jar()).hasFileName("lead-service-1-exec.jar");
        assertThat(unpackLog()).doesNotExist();
    }

    @Test
    void unpacksAgainWhenTheJarIsAnotherOfTheSameTime() throws IOException {
        FileTime time = Files.getLastModifiedTime(built);
        image().jar();
        Files.delete(unpackLog());
        writeRunnableJar(built, "2");
        Files.setLastModifiedTime(built, time);

        image().jar();

        assertThat(unpackLog()).exists();
    }

    @Test
    void saysHowToBuildWhatIsNotBuilt() throws IOException {
        Files.delete(built);

        assertThatThrownBy(() -> image().jar()).hasMessageContaining("lead-service is not built");
    }

    @Test
    void showsWhyUnpackingFailed() throws IOException {
        Files.writeString(built, "not a jar");

        assertThatThrownBy(() -> image().jar()).hasMessageContaining("could not be unpacked");
    }

    private ServiceImage image() {
        return new ServiceImage(settings, Service.LEAD);
    }

    private Path unpackLog() {
        return settings.data().resolve("apps/lead-service/unpack.log");
    }

    private static void writeRunnableJar(Path jar, String version) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, EndsWell.class.getName());
        String entry = EndsWell.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                var code = EndsWell.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            code.transferTo(out);
        }
    }
}
