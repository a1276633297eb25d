"""The vocabulary of schema.org: what kinds describe alike, and the names of its classes, to find misspelt ones.

Of the classes: places, organisations, people, events, works, services and offers. What a page can hardly
be (actions, medical codes, parts of other things) is left out, so an unknown name is a warning and no error.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

# Works have a language and a date of their last change.
WORKS = frozenset(
    """
    CreativeWork ArchiveComponent Article AdvertiserContentArticle NewsArticle AnalysisNewsArticle
    AskPublicNewsArticle BackgroundNewsArticle OpinionNewsArticle ReportageNewsArticle ReviewNewsArticle Report
    SatiricalArticle ScholarlyArticle MedicalScholarlyArticle SocialMediaPosting BlogPosting LiveBlogPosting
    DiscussionForumPosting TechArticle APIReference Atlas Blog Book Audiobook Certification Chapter Claim Clip Code
    Collection ProductCollection ComicStory Comment Answer Question Conversation CorrectionComment Course
    CreativeWorkSeason CreativeWorkSeries BookSeries MovieSeries Periodical Newspaper PodcastSeries RadioSeries
    TVSeries VideoGameSeries DataCatalog DataDownload Dataset DataFeed DefinedTermSet CategoryCodeSet DefinedTerm
    CategoryCode Diet DigitalDocument NoteDigitalDocument PresentationDigitalDocument SpreadsheetDigitalDocument
    TextDigitalDocument Drawing EducationalOccupationalCredential EducationalOccupationalProgram WorkBasedProgram
    Episode ExercisePlan Game VideoGame Guide HowTo Recipe HyperToc LearningResource Quiz Syllabus Legislation
    LegislationObject Manuscript Map MathSolver MediaObject AudioObject ImageObject VideoObject 3DModel MediaGallery
    ImageGallery VideoGallery Menu MenuSection Message Movie MusicComposition MusicPlaylist MusicAlbum MusicRelease
    MusicRecording Painting Photograph Play Poster PublicationIssue PublicationVolume Quotation Review ClaimReview
    CriticReview EmployerReview MediaReview Recommendation UserReview Sculpture SheetMusic ShortStory
    SoftwareApplication MobileApplication WebApplication SoftwareSourceCode SpecialAnnouncement Statement Thesis
    TVClip VisualArtwork CoverArt WebContent HealthTopicContent WebPage AboutPage CheckoutPage CollectionPage
    ContactPage FAQPage ItemPage MedicalWebPage ProfilePage QAPage RealEstateListing SearchResultsPage WebPageElement
    SiteNavigationElement Table WebSite
    """.split()
)
CLASSES = WORKS | frozenset(
    """
    Thing Intangible Person Patient Product Service Offer OfferCatalog Brand Demand Grant MonetaryGrant Occupation
    JobPosting Schedule Trip BusTrip TrainTrip BoatTrip Flight TouristTrip Reservation Ticket Role Audience Language
    Place Accommodation Apartment CampingPitch House SingleFamilyResidence Room HotelRoom MeetingRoom Suite
    AdministrativeArea City Country SchoolDistrict State CivicStructure Airport Aquarium Beach BoatTerminal Bridge
    BusStation BusStop Campground Cemetery Crematorium EducationalOrganization EventVenue FireStation
    GovernmentBuilding CityHall Courthouse DefenceEstablishment Embassy LegislativeBuilding Hospital MovieTheater
    Museum MusicVenue Park ParkingFacility PerformingArtsTheater PlaceOfWorship BuddhistTemple Church CatholicChurch
    HinduTemple Mosque Synagogue Playground PoliceStation PublicToilet RVPark StadiumOrArena SubwayStation TaxiStand
    TrainStation Zoo Landform BodyOfWater Canal LakeBodyOfWater OceanBodyOfWater Pond Reservoir RiverBodyOfWater
    SeaBodyOfWater Waterfall Continent Mountain Volcano LandmarksOrHistoricalBuildings Residence ApartmentComplex
    GatedResidenceCommunity TouristAttraction TouristDestination
    Organization Airline Consortium Cooperative Corporation CollegeOrUniversity ElementarySchool HighSchool
    MiddleSchool Preschool School FundingScheme FundingAgency GovernmentOrganization LibrarySystem LocalBusiness
    MedicalOrganization NGO NewsMediaOrganization OnlineBusiness OnlineMarketplace OnlineStore PerformingGroup
    DanceGroup MusicGroup TheaterGroup PoliticalParty Project ResearchProject ResearchOrganization
    SearchRescueOrganization SportsOrganization SportsTeam WorkersUnion
    AnimalShelter ArchiveOrganization AutomotiveBusiness AutoBodyShop AutoDealer AutoPartsStore AutoRental AutoRepair
    AutoWash GasStation MotorcycleDealer MotorcycleRepair ChildCare Dentist DryCleaningOrLaundry EmergencyService
    EmploymentAgency EntertainmentBusiness AdultEntertainment AmusementPark ArtGallery Casino ComedyClub NightClub
    FinancialService AccountingService AutomatedTeller BankOrCreditUnion InsuranceAgency FoodEstablishment Bakery
    BarOrPub Brewery CafeOrCoffeeShop Distillery FastFoodRestaurant IceCreamShop Restaurant Winery GovernmentOffice
    PostOffice HealthAndBeautyBusiness BeautySalon DaySpa HairSalon HealthClub NailSalon TattooParlor
    HomeAndConstructionBusiness Electrician GeneralContractor HVACBusiness HousePainter Locksmith MovingCompany
    Plumber RoofingContractor InternetCafe LegalService Attorney Notary Library LodgingBusiness BedAndBreakfast Hostel
    Hotel Motel Resort SkiResort VacationRental MedicalBusiness CommunityHealth Dermatology DietNutrition Emergency
    Geriatric Gynecologic MedicalClinic CovidTestingFacility Midwifery Nursing Obstetric Oncologic Optician Optometric
    Otolaryngologic Pediatric Pharmacy Physician IndividualPhysician PhysiciansOffice Physiotherapy PlasticSurgery
    Podiatric PrimaryCare Psychiatric PublicHealth DiagnosticLab VeterinaryCare ProfessionalService RadioStation
    RealEstateAgent RecyclingCenter SelfStorage ShoppingCenter SportsActivityLocation BowlingAlley ExerciseGym
    GolfCourse PublicSwimmingPool SportsClub TennisComplex Store BikeStore BookStore ClothingStore ComputerStore
    ConvenienceStore DepartmentStore ElectronicsStore Florist FurnitureStore GardenStore GroceryStore HardwareStore
    HobbyShop HomeGoodsStore JewelryStore LiquorStore MensClothingStore MobilePhoneStore MovieRentalStore MusicStore
    OfficeEquipmentStore OutletStore PawnShop PetStore ShoeStore SportingGoodsStore TireShop ToyStore WholesaleStore
    TelevisionStation TouristInformationCenter TravelAgency
    Event BusinessEvent ChildrensEvent ComedyEvent ConferenceEvent CourseInstance DanceEvent DeliveryEvent
    EducationEvent EventSeries ExhibitionEvent Festival FoodEvent Hackathon LiteraryEvent MusicEvent
    PerformingArtsEvent PublicationEvent BroadcastEvent OnDemandEvent SaleEvent ScreeningEvent SocialEvent SportsEvent
    TheaterEvent UserInteraction VisualArtsEvent
    BroadcastService CableOrSatelliteService FinancialProduct BankAccount CurrencyConversionService
    InvestmentOrDeposit LoanOrCredit PaymentCard PaymentService FoodService GovernmentService TaxiService WebAPI
    MedicalEntity MedicalCondition InfectiousDisease MedicalProcedure MedicalTest MedicalTherapy Drug
    Vehicle BusOrCoach Car Motorcycle IndividualProduct ProductGroup ProductModel SomeProducts
    """.split()
)


def similar(name: str) -> list[str]:
    """Return the classes whose names are most like `name`, at most three."""
    return get_close_matches(name, CLASSES, cutoff=0.5)


def organisation(item: dict) -> dict[str, Any]:
    """Return how search engines are told of an organisation, from its API form."""
    return {"@type": "Organization", "name": item["name"], "url": item["website"]}


def contact_point(office: dict) -> dict[str, Any]:
    """Return how to reach an office, from the teaser of a page with the role `contact`."""
    return {
        "@type": "ContactPoint",
        "name": office["title"],
        "url": office["meta"]["html_url"],
        "telephone": [phone["value"]["number"] for phone in office["phones"]],
        "email": [email["value"]["address"] for email in office["emails"]],
    }


def event(milestone: dict) -> dict[str, Any]:
    """Return what took place or is planned, from the API form of a `hub.items.Milestone`."""
    return {
        "@type": "Event",
        "name": milestone["title"],
        "startDate": milestone["date"],
        "description": milestone["text"],
    }
