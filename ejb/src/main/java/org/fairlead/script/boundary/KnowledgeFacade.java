package org.fairlead.script.boundary;

import static org.fairlead.security.Roles.ACCOUNT_MANAGER;
import static org.fairlead.security.Roles.AGENT;
import static org.fairlead.security.Roles.BPO_ADMIN;
import static org.fairlead.security.Roles.COMPLIANCE_OFFICER;
import static org.fairlead.security.Roles.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.script.Article;
import org.fairlead.script.ArticleText;
import org.fairlead.script.Knowledge;
import org.fairlead.script.control.WriteKnowledge;
import org.fairlead.security.ClientScoped;
import org.jspecify.annotations.Nullable;

/** Articles for the agents who need them while talking, and for those who write them. */
@Stateless
@Local(Knowledge.class)
@ClientScoped
@RolesAllowed({ACCOUNT_MANAGER, BPO_ADMIN})
public class KnowledgeFacade implements Knowledge {

    @Inject
    private WriteKnowledge knowledge;

    @Override
    @RolesAllowed({AGENT, SUPERVISOR})
    public List<Article> ofContact(UUID contactId, String language) {
        return knowledge.ofContact(contactId, language);
    }

    @Override
    @RolesAllowed({SUPERVISOR, ACCOUNT_MANAGER, BPO_ADMIN, COMPLIANCE_OFFICER})
    public List<Article> ofProgram(UUID programId, String language) {
        return knowledge.ofProgram(programId, language);
    }

    @Override
    public Article write(UUID programId, @Nullable UUID article, String language, String title, String text) {
        return knowledge.write(programId, article, language, title, text);
    }

    @Override
    @RolesAllowed({SUPERVISOR, ACCOUNT_MANAGER, BPO_ADMIN, COMPLIANCE_OFFICER})
    public List<ArticleText> written(UUID programId) {
        return knowledge.written(programId);
    }

    @Override
    public UUID write(UUID programId, @Nullable UUID article, Map<String, ArticleText.Words> words) {
        return knowledge.write(programId, article, words);
    }

    @Override
    public void remove(UUID programId, UUID article) {
        knowledge.remove(programId, article);
    }
}
