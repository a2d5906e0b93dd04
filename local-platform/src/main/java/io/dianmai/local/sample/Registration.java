package io.dianmai.local.sample;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.local.SignIns;
import io.dianmai.local.process.LaunchFailure;
import io.dianmai.local.sample.GatewayClient.Answer;
import io.dianmai.local.sample.group.Group;
import io.dianmai.local.sample.group.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Registers stores, store systems and people of the sample group, and keeps their sign-ins in the file where the gateway
 * put the first one. Doing it again changes nothing.
 */
final class Registration {
    private static final String HQ = "hq";
    private static final String EVERY_STORE = "*";

    private final GatewayClient gateway;
    private final Path file;
    private final SignIns.Person hq;
    private SignIns signIns;

    Registration(GatewayClient gateway, Path file) {
        this.gateway = gateway;
        this.file = file;
        this.signIns = SignIns.read(file).orElseThrow(() -> noHq(file));
        this.hq = signIns.person(HQ).orElseThrow(() -> noHq(file));
    }

    /** An account to be made; its password is made here. */
    private record Account(
            String username, String name, @Nullable String staffId, Role role, String place) {}

    /** What the registry is told of an account. */
    private record AccountRequest(
            String password,
            boolean temporary,
            String name,
            @Nullable String staffId,
            Role role,
            String place) {}

    SignIns register(Group group) throws Unavailable {
        String token = gateway.tokenOf(hq);
        for (Store store : group.stores()) {
            require(gateway.put("/api/registry/stores/" + store.id(), token, store.registered()), store.id());
            if (!hasClient(store)) {
                issueClient(store, token);
            }
        }
        for (Account account : accounts(group)) {
            String password = signIns.person(account.username())
                    .map(SignIns.Person::password)
                    .orElseGet(Passwords::next);
            put(account, password, token);
        }
        return signIns;
    }

    private boolean hasClient(Store store) {
        return signIns.allClients().stream().anyMatch(client -> client.storeId().equals(store.id()));
    }

    /** The secret is shown once: the file is written at once. The client of operations stays the last. */
    private void issueClient(Store store, String token) throws Unavailable {
        Answer answer = gateway.post("/api/registry/clients", token, "application/json", Map.of("storeId", store.id()));
        require(answer, "the client of " + store.id());
        var issued = new SignIns.Client(
                answer.json().path("clientId").stringValue(),
                answer.json().path("secret").stringValue(),
                store.id());
        List<SignIns.Client> clients = new ArrayList<>(signIns.allClients());
        clients.add(
                Math.toIntExact(clients.stream()
                        .filter(client -> !client.storeId().equals(EVERY_STORE))
                        .count()),
                issued);
        keep(new SignIns(signIns.allPeople(), clients));
    }

    private void put(Account account, String password, String token) throws Unavailable {
        var request =
                new AccountRequest(password, false, account.name(), account.staffId(), account.role(), account.place());
        require(gateway.put("/api/registry/people/" + account.username(), token, request), account.username());
        if (signIns.person(account.username()).isEmpty()) {
            List<SignIns.Person> people = new ArrayList<>(signIns.allPeople());
            people.add(new SignIns.Person(
                    account.username(), password, account.name(), account.role().name()));
            keep(new SignIns(people, signIns.allClients()));
        }
    }

    private void keep(SignIns now) {
        signIns = now;
        signIns.writeTo(file);
    }

    /** A director and a regional manager over the first store, and at that store one person of each role. */
    private static List<Account> accounts(Group group) {
        StorePublished first = group.stores().getFirst().registered();
        List<Account> accounts = new ArrayList<>();
        accounts.add(new Account(
                "brand-director", first.brandName() + "品牌总监", null, Role.BRAND_DIRECTOR, "brand:" + first.brandId()));
        accounts.add(new Account(
                "regional-manager",
                first.regionName() + "经理",
                null,
                Role.REGIONAL_MANAGER,
                "region:" + first.regionId()));
        for (Role role : Role.values()) {
            first.staff().stream()
                    .filter(member -> member.roles().contains(role))
                    .findFirst()
                    .ifPresent(member -> accounts.add(account(first, member, role)));
        }
        return accounts;
    }

    private static Account account(StorePublished store, StaffMember member, Role role) {
        String username = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Account(username, member.name(), member.staffId(), role, "store:" + store.storeId());
    }

    private static void require(Answer answer, String what) {
        if (!answer.good()) {
            throw new LaunchFailure(
                    "the registry refused " + what + " with status " + answer.status(), "It said: " + answer.body());
        }
    }

    private static LaunchFailure noHq(Path file) {
        return new LaunchFailure(
                "there is no sign-in of HQ in " + file, "Run ./dianmai up --fresh: the gateway then makes one.");
    }
}
