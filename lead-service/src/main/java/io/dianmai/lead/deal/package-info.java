/** What a sale has come to so far: contacts, test drives, quotes, orders with their money, losses. Values only. */
@NullMarked
package io.dianmai.lead.deal;

import org.jspecify.annotations.NullMarked;
