package io.dianmai.contracts.org;

import io.dianmai.contracts.EventData;

/** What the registry says of the group. */
public sealed interface OrgEvent extends EventData permits StorePublished {}
